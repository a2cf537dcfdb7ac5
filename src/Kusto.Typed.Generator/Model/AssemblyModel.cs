namespace Kusto.Typed.Generator.Model;

/// <summary>What the list of tables must know of the assembly it is generated into.</summary>
/// <param name="Namespace">The namespace of the list, as source writes it.</param>
/// <param name="IsTablesNameTaken">True where that namespace has something of the list's name.</param>
internal sealed record AssemblyModel(string Namespace, bool IsTablesNameTaken);
