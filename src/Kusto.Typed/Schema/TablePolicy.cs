namespace Kusto.Typed.Schema;

/// <summary>A policy that a type declares for its table; <see cref="TablePolicies"/> makes it.</summary>
public sealed class TablePolicy
{
    internal TablePolicy(PolicyKind kind, string json, string? argument = null, params PolicyColumn[] columns)
    {
        Kind = kind;
        Json = json;
        Argument = argument;
        Columns = columns;
    }

    /// <summary>Which policy.</summary>
    public PolicyKind Kind { get; }

    /// <summary>What is declared of it, as JSON in the service's own shape: what is not declared is not in it.</summary>
    public string Json { get; }

    /// <summary>The policy's name as commands write it.</summary>
    public string CommandName => Kind == PolicyKind.AutoDelete ? "auto_delete" : Kind.ToString().ToLowerInvariant();

    /// <summary>What the command takes where it does not take the JSON; null: it does.</summary>
    internal string? Argument { get; }

    /// <summary>The columns that the policy speaks of.</summary>
    internal IReadOnlyList<PolicyColumn> Columns { get; }

    /// <summary>The policy as a command writes it: for people.</summary>
    public override string ToString() => $"{CommandName} {Argument ?? Json}";

    /// <summary>Both as one: of update policies a table may have several.</summary>
    internal TablePolicy Merge(TablePolicy other) =>
        new(Kind, Json.Substring(0, Json.Length - 1) + "," + other.Json.Substring(1));
}

/// <summary>A column that a policy speaks of, and of which types it may be; none: of any.</summary>
internal sealed record PolicyColumn(string Name, bool IsDescending = false, params KustoType[] Types)
{
    /// <summary>What is wrong with a column of that type in the policy; null: nothing.</summary>
    public string? Problem(KustoType type) =>
        Types.Length == 0 || Types.Contains(type)
            ? null
            : $"'{Name}' is a {type.ToKusto()}, and it takes a "
                + string.Join(" or ", Types.Select(wanted => wanted.ToKusto()));
}
