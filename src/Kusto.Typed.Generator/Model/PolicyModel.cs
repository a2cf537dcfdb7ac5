using Kusto.Typed.Schema;

namespace Kusto.Typed.Generator.Model;

/// <summary>A policy of the table.</summary>
/// <param name="Call">The call that makes it, as source writes it.</param>
/// <param name="Kind">Which policy.</param>
/// <param name="Json">What is declared of it.</param>
/// <param name="Argument">What the command takes in place of the JSON; null: it takes that.</param>
/// <param name="Keys">The columns it speaks of.</param>
internal sealed record PolicyModel(
    string Call, PolicyKind Kind, string Json, string? Argument, EquatableArray<PolicyKeyModel> Keys)
{
    public static PolicyModel Of(string call, TablePolicy policy) => new(
        call,
        policy.Kind,
        policy.Json,
        policy.Argument,
        new EquatableArray<PolicyKeyModel>(
            [.. policy.Columns.Select(key => new PolicyKeyModel(key.Name, key.IsDescending))]));

    /// <summary>The policy as the library itself would make it.</summary>
    public TablePolicy ToPolicy() =>
        new(Kind, Json, Argument, [.. Keys.Select(key => new PolicyColumn(key.Name, key.IsDescending))]);
}
