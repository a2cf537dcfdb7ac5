using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Text;

namespace Kusto.Typed.Local.Query;

/// <summary>Reads expressions: or, and, a comparison, and what can be compared.</summary>
internal sealed class ExpressionParser(TextScanner text, Scope scope)
{
    private const string SupportedFunctions = "isnull, isnotnull, isempty, isnotempty, not, and the literals of types";

    private static readonly string[] s_comparisons = ["==", "!=", "<=", ">=", "<", ">"];

    public Expression Read()
    {
        Expression left = ReadAnd();
        while (text.TryWord("or"))
        {
            Func<Row, bool?> first = left.AsTruth("'or'");
            Func<Row, bool?> second = ReadAnd().AsTruth("'or'");
            left = Expression.Truth(row => first(row) | second(row));
        }

        return left;
    }

    private Expression ReadAnd()
    {
        Expression left = ReadComparison();
        while (text.TryWord("and"))
        {
            Func<Row, bool?> first = left.AsTruth("'and'");
            Func<Row, bool?> second = ReadComparison().AsTruth("'and'");
            left = Expression.Truth(row => first(row) & second(row));
        }

        return left;
    }

    private Expression ReadComparison()
    {
        Expression left = ReadOperand();
        if (text.TryPunctuation("=~"))
        {
            return StringOperator.EqualIgnoringCase(left, ReadOperand(), negated: false);
        }

        if (text.TryPunctuation("!~"))
        {
            return StringOperator.EqualIgnoringCase(left, ReadOperand(), negated: true);
        }

        foreach (string comparison in s_comparisons)
        {
            if (text.TryPunctuation(comparison))
            {
                return Comparison.Of(comparison, left, ReadOperand());
            }
        }

        return ReadWordOperator(left) ?? left;
    }

    private Expression? ReadWordOperator(Expression left)
    {
        bool negated = text.TryPunctuation('!');
        if (text.TryPunctuation("in~"))
        {
            return ReadIn(left, negated, static (value, item) =>
                StringOperator.EqualIgnoringCase(value, item, negated: false));
        }

        if (text.TryWord("in"))
        {
            return ReadIn(left, negated, static (value, item) => Comparison.Of("==", value, item));
        }

        foreach (string name in StringOperator.Names)
        {
            if (text.TryWord(name))
            {
                return StringOperator.Of(name, left, ReadOperand(), negated);
            }
        }

        return negated ? throw text.Unexpected("an operator behind '!'") : null;
    }

    private Expression ReadIn(Expression left, bool negated, Func<Expression, Expression, Expression> equal)
    {
        List<Func<Row, bool?>> tests = [];
        text.Expect('(');
        do
        {
            tests.Add(equal(left, ReadOperand()).AsTruth("'in'"));
        }
        while (text.TryPunctuation(','));
        text.Expect(')');
        return Expression.Truth(row => tests.Exists(test => test(row) == true) != negated);
    }

    private Expression ReadOperand()
    {
        Expression operand = ReadPrimary();
        if (text.TryPunctuation('.') || text.TryPunctuation('['))
        {
            throw Refusal.NotSupported("The local endpoint does not reach into dynamic values; project the whole value.");
        }

        return text.TryPunctuation('+') || text.TryPunctuation('-') || text.TryPunctuation('*')
            || text.TryPunctuation('/') || text.TryPunctuation('%')
                ? throw Refusal.NotSupported(
                    "The local endpoint does no arithmetic. It supports comparisons, and, or, and the string operators "
                    + string.Join(", ", StringOperator.Names) + ".")
                : operand;
    }

    private Expression ReadPrimary()
    {
        if (text.TryPunctuation('('))
        {
            Expression inner = Read();
            text.Expect(')');
            return inner;
        }

        if (LiteralParser.TryRead(text, out Expression literal))
        {
            return literal;
        }

        bool bare = text.TryBareName(out string name);
        name = bare ? name : text.ReadName("an expression");
        return bare && text.AtPunctuation('(') ? ReadCall(name) : scope.Resolve(name);
    }

    private Expression ReadCall(string name)
    {
        if (ColumnList.TryType(name, out KustoType type))
        {
            return LiteralParser.ReadTyped(text, type);
        }

        Func<Expression, Expression> function = name switch
        {
            "isnull" => static value => Expression.Truth(row => value.Value(row) is null),
            "isnotnull" => static value => Expression.Truth(row => value.Value(row) is not null),
            "isempty" => static value => Expression.Truth(row => value.Value(row) is null or ""),
            "isnotempty" => static value => Expression.Truth(row => value.Value(row) is not (null or "")),
            "not" => Negation,
            _ => throw Refusal.NotSupported(
                $"The function '{name}' is not supported by the local endpoint. It supports {SupportedFunctions}."),
        };
        text.Expect('(');
        Expression argument = Read();
        text.Expect(')');
        return function(argument);
    }

    private static Expression Negation(Expression value)
    {
        Func<Row, bool?> truth = value.AsTruth("not()");
        return Expression.Truth(row => !truth(row));
    }
}
