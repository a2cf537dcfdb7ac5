using Kusto.Typed.Schema;

namespace Kusto.Typed.Generator.Model;

/// <summary>A column, and how a row's value gets into it and out of it.</summary>
/// <param name="Name">The column's name in the table.</param>
/// <param name="Constant">The name of the constant that holds the name, as source writes it.</param>
/// <param name="Type">The column's type.</param>
/// <param name="Declared">What attributes say of the column.</param>
/// <param name="Field">How a field is written and read; null where the mapping fills the column without one.</param>
internal sealed record ColumnModel(
    string Name, string Constant, KustoType Type, ColumnDeclarationModel Declared, FieldModel? Field)
{
    /// <summary>True where a row can be read from a null in the column.</summary>
    public bool ReadsNull =>
        Field is null or { IsNullable: true } or { WhenNull: not null } or { Codec.ReadsEmpty: true };

    /// <summary>The column as a lock has it: that a string may be empty goes without saying.</summary>
    public LockedColumnModel ToLocked() =>
        new(Name, Type.ToKusto(), ReadsNull && Field is not { Codec.ReadsEmpty: true });
}
