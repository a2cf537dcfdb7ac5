using System.Globalization;
using System.Text.Json;
using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Text;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Query;

/// <summary>
/// The statement <c>declare query_parameters (name:type = default, ...);</c> and the values that came along.
/// </summary>
internal static class QueryParameters
{
    private static readonly Scope s_nothing = new(new RowSet([], []), new Dictionary<string, Expression>());

    public static IReadOnlyDictionary<string, Expression> Read(
        TextScanner text, IReadOnlyDictionary<string, JsonElement> values)
    {
        Dictionary<string, Expression> parameters = new(StringComparer.Ordinal);
        while (text.TryWords("declare", "query_parameters"))
        {
            text.Expect('(');
            do
            {
                string name = text.ReadName("the name of a parameter");
                text.Expect(':');
                parameters[name] = ReadOne(text, name, values);
            }
            while (text.TryPunctuation(','));
            text.Expect(')');
            text.Expect(';');
        }

        return parameters;
    }

    private static Expression ReadOne(TextScanner text, string name, IReadOnlyDictionary<string, JsonElement> values)
    {
        KustoType type = ColumnList.ReadType(text);
        Expression? standard = text.TryPunctuation('=') ? new ExpressionParser(text, s_nothing).Read() : null;
        if (values.TryGetValue(name, out JsonElement value))
        {
            return FromRequest(name, type, value);
        }

        return standard is null
            ? throw Refusal.Semantic(
                $"the query parameter '{name}' has no value: name it in properties.Parameters or give it a default.")
            : Converted(name, type, standard);
    }

    // A text is a KQL literal; for a string parameter it may also be the plain text.
    private static Expression FromRequest(string name, KustoType type, JsonElement value)
    {
        string literal = value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText();
        if (type == KustoType.String && !IsStringLiteral(literal))
        {
            return Expression.Constant(type, literal);
        }

        TextScanner scanner = new(literal);
        Expression expression = new ExpressionParser(scanner, s_nothing).Read();
        scanner.ExpectEnd();
        return Converted(name, type, expression);
    }

    private static bool IsStringLiteral(string text)
    {
        TextScanner scanner = new(text);
        try
        {
            return scanner.AtLiteral() && scanner.ReadLiteral() is not null && scanner.AtEnd;
        }
        catch (RequestRefusedException)
        {
            return false;
        }
    }

    private static Expression Converted(string name, KustoType type, Expression expression)
    {
        object? value = expression.ConstantValue();
        if (expression.Type == type)
        {
            return Expression.Constant(type, value);
        }

        // A bare number is a long, also where an int is meant.
        if (type == KustoType.Int && value is long and >= int.MinValue and <= int.MaxValue)
        {
            return Expression.Constant(type, Convert.ToInt32(value, CultureInfo.InvariantCulture));
        }

        return Comparison.CommonType(expression.Type, type) == type
            ? Expression.Constant(type, Comparison.Widen(value, type))
            : throw Refusal.Semantic(
                $"the query parameter '{name}' is of type {type.ToKusto()} and was given {expression.Type.ToKusto()}.");
    }
}
