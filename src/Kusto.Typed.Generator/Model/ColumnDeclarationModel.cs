namespace Kusto.Typed.Generator.Model;

/// <summary>What attributes say of a column; null, or the default of the enum, where they say nothing.</summary>
/// <param name="DocString">The docstring.</param>
/// <param name="Ordinal">The place of the field, where it is not behind the field before it.</param>
/// <param name="ConstantValue">What the mapping fills the column with.</param>
/// <param name="Transform">What the mapping does.</param>
/// <param name="Encoding">How values are kept.</param>
/// <param name="RenamedFrom">The former name.</param>
internal sealed record ColumnDeclarationModel(
    string? DocString = null,
    int? Ordinal = null,
    string? ConstantValue = null,
    KustoTransform Transform = KustoTransform.None,
    KustoEncoding Encoding = KustoEncoding.Default,
    string? RenamedFrom = null);
