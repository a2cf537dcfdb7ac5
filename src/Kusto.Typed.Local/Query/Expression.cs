using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Query;

/// <summary>An expression of known type. Its value is null for null, never for a string.</summary>
/// <param name="Type">The scalar type.</param>
/// <param name="Value">Works the value out for a row.</param>
/// <param name="Name">The column's name, where the expression is nothing but a column.</param>
internal sealed record Expression(KustoType Type, Func<Row, object?> Value, string? Name = null)
{
    private static readonly ValueRow s_noRow = new([]);

    public static Expression Constant(KustoType type, object? value) => new(type, _ => value);

    public static Expression Truth(Func<Row, bool?> value) => new(KustoType.Bool, row => value(row));

    /// <summary>The value of an expression that asks for no column.</summary>
    public object? ConstantValue() => Value(s_noRow);

    public Func<Row, bool?> AsTruth(string where) =>
        Type == KustoType.Bool
            ? row => (bool?)Value(row)
            : throw Refusal.Semantic($"{where} takes bool and was given {Type.ToKusto()}.");

    public Func<Row, string> AsText(string where) =>
        Type == KustoType.String
            ? row => (string?)Value(row) ?? ""
            : throw Refusal.Semantic($"{where} takes string and was given {Type.ToKusto()}.");
}
