using Kusto.Typed.Local.Management;
using Kusto.Typed.Local.Text;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Query;

/// <summary>Reads expressions: or, and, a comparison, and what can be compared.</summary>
internal sealed class ExpressionParser(TextScanner text, Scope scope)
{
    private const string SupportedFunctions = "isnull, isnotnull, isempty, isnotempty, not, now, ago, and the literals of types";

    // What may follow an expression: the last three in an ordering.
    private static readonly string[] s_wordsBehind = ["and", "or", "asc", "desc", "nulls"];
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
        Expression comparison = ReadCompared();
        RefuseOtherOperators();
        return comparison;
    }

    private Expression ReadCompared()
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
        if (TryOperator("in~", out bool negated))
        {
            return ReadIn(left, negated, static (value, item) =>
                StringOperator.EqualIgnoringCase(value, item, negated: false));
        }

        if (TryOperator("in", out negated))
        {
            return ReadIn(left, negated, static (value, item) => Comparison.Of("==", value, item));
        }

        foreach (string name in StringOperator.Names)
        {
            if (TryOperator(name, out negated))
            {
                return StringOperator.Of(name, left, ReadOperand(), negated);
            }
        }

        return null;
    }

    private bool TryOperator(string name, out bool negated)
    {
        negated = text.TryWord("!" + name);
        return negated || text.TryWord(name);
    }

    // Said before the types are looked at: "where takes bool" would hide that S matches regex '...' is not known.
    private void RefuseOtherOperators()
    {
        if (text.AtWord(s_wordsBehind))
        {
            return;
        }

        if (text.TryOperatorName(out string name))
        {
            name = name == "matches" && text.TryWord("regex") ? "matches regex" : name;
            throw Refusal.NotSupported(
                $"The operator '{name}' is not supported by the local endpoint. It supports "
                + $"{string.Join(", ", s_comparisons)}, =~, !~, and, or, in, !in, in~, !in~, "
                + $"{string.Join(", ", StringOperator.Names)}. Words are case-sensitive.");
        }

        if (text.AtPunctuation('!'))
        {
            throw text.Unexpected("the end of the comparison");
        }
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

        if (name == "now")
        {
            text.Expect('(');
            text.Expect(')');
            return Expression.Constant(KustoType.DateTime, Now("now"));
        }

        Func<Expression, Expression> function = name switch
        {
            "isnull" => static value => Expression.Truth(row => value.Value(row) is null),
            "isnotnull" => static value => Expression.Truth(row => value.Value(row) is not null),
            "isempty" => static value => Expression.Truth(row => value.Value(row) is null or ""),
            "isnotempty" => static value => Expression.Truth(row => value.Value(row) is not (null or "")),
            "not" => Negation,
            "ago" => Ago,
            _ => throw Refusal.NotSupported(
                $"The function '{name}' is not supported by the local endpoint. It supports {SupportedFunctions}."),
        };
        text.Expect('(');
        Expression argument = Read();
        text.Expect(')');
        return function(argument);
    }

    private Expression Ago(Expression span)
    {
        if (span.Type != KustoType.TimeSpan)
        {
            throw Refusal.Semantic($"ago() takes timespan and was given {span.Type.ToKusto()}.");
        }

        DateTime now = Now("ago");
        return new Expression(KustoType.DateTime, row => span.Value(row) is TimeSpan back ? Before(now, back) : null);
    }

    private DateTime Now(string function) =>
        scope.Now ?? throw Refusal.Semantic($"{function}() is no literal, and only a literal may stand here.");

    // What a datetime cannot hold is null, as for any arithmetic.
    private static DateTime? Before(DateTime now, TimeSpan back)
    {
        long ticks = now.Ticks - back.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;
    }

    private static Expression Negation(Expression value)
    {
        Func<Row, bool?> truth = value.AsTruth("not()");
        return Expression.Truth(row => !truth(row));
    }
}
