using Kusto.Typed.Commands;
using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local.Management.Policies;

/// <summary>A kind of policy that a table has: how commands write it, and what it takes.</summary>
/// <param name="word">What commands call it: <c>retention</c>.</param>
/// <param name="name">What answers call it: <c>RetentionPolicy</c>.</param>
/// <param name="merges">True where <c>.alter-merge</c> keeps what is not said.</param>
internal abstract class PolicyKind(string word, string name, bool merges)
{
    public string Word => word;

    public string Name => name;

    public bool Merges => merges;

    /// <summary>True where a database has it too, for its tables that have none of their own.</summary>
    public virtual bool IsOfDatabases => false;

    /// <summary>True where it says who sees which rows.</summary>
    public virtual bool IsSecurity => false;

    /// <summary>What a command says to set a policy that is kept so.</summary>
    public virtual string Argument(string policy) => KustoText.JsonLiteral(policy);

    /// <summary>Reads what stands behind the kind in a command.</summary>
    /// <returns>The policy as it is kept, which may depend on the table as it is then.</returns>
    /// <exception cref="RequestRefusedException">It cannot be read, or does not fit the table.</exception>
    public abstract Func<Table, string> Read(CommandContext context, bool merge);

    /// <summary>A policy that says something that the kind does not take.</summary>
    /// <param name="problem">What was found and what is taken, as a sentence without its full stop.</param>
    public RequestRefusedException Invalid(string problem) =>
        Refusal.Invalid($"The policy {word} cannot be set: {problem}.");

    /// <summary>A column that the policy names.</summary>
    /// <exception cref="RequestRefusedException">The table does not have it.</exception>
    public Column RequireColumn(Table table, string column) =>
        table.FindColumn(column) ?? throw Invalid(
            $"the table '{table.Name}' has no column '{column}'. It has: "
            + $"{string.Join(", ", table.Columns.Select(static known => known.Name))}. Names are case-sensitive");
}
