using Kusto.Typed.Local.Values;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Query;

/// <summary>Comparisons of two values, widened to one type as Kusto does: int, long, then real or decimal.</summary>
internal static class Comparison
{
    /// <summary>An operator such as <c>&lt;=</c> between two expressions.</summary>
    /// <exception cref="RequestRefusedException">Their types do not compare.</exception>
    public static Expression Of(string comparison, Expression left, Expression right)
    {
        KustoType type = CommonType(left.Type, right.Type)
            ?? throw Refusal.Semantic(
                $"'{comparison}' does not compare {left.Type.ToKusto()} with {right.Type.ToKusto()}.");
        if (comparison is not ("==" or "!=") && !HasOrder(type))
        {
            throw Refusal.Semantic(
                $"'{comparison}' compares numbers, datetimes and timespans here, and was given {type.ToKusto()}.");
        }

        return Expression.Truth(row => Compare(
            comparison, Widen(left.Value(row), type), Widen(right.Value(row), type)));
    }

    /// <summary>Kusto neither sorts nor groups by dynamic.</summary>
    /// <exception cref="RequestRefusedException">The type is no type for a key.</exception>
    public static void CheckKey(string place, KustoType type)
    {
        if (type == KustoType.Dynamic)
        {
            throw Refusal.Semantic($"{place} takes no key of type dynamic.");
        }
    }

    /// <summary>The order of two values of one type, neither of them null.</summary>
    public static int Order(object left, object right) =>
        left switch
        {
            string text => string.CompareOrdinal(text, (string)right),
            KustoDecimal number => KustoDecimal.Compare(number, (KustoDecimal)right),
            IComparable value => value.CompareTo(right),
            _ => throw new ArgumentException($"Values of {left.GetType()} have no order.", nameof(left)),
        };

    /// <summary>A value of a numeric type as another that holds it; any other value as it is.</summary>
    public static object? Widen(object? value, KustoType type) =>
        (value, type) switch
        {
            (int number, KustoType.Long) => (long)number,
            (int number, KustoType.Real) => (double)number,
            (long number, KustoType.Real) => (double)number,
            (KustoDecimal number, KustoType.Real) => number.ToDouble(),
            (int number, KustoType.Decimal) => KustoDecimal.FromLong(number),
            (long number, KustoType.Decimal) => KustoDecimal.FromLong(number),
            _ => value,
        };

    public static KustoType? CommonType(KustoType left, KustoType right)
    {
        if (left == KustoType.Dynamic || right == KustoType.Dynamic)
        {
            return null;
        }

        if (left == right)
        {
            return left;
        }

        int rank = Math.Max(NumericRank(left), NumericRank(right));
        return NumericRank(left) == 0 || NumericRank(right) == 0 ? null
            : rank == NumericRank(KustoType.Real) ? KustoType.Real
            : rank == NumericRank(KustoType.Decimal) ? KustoType.Decimal
            : KustoType.Long;
    }

    private static bool HasOrder(KustoType type) =>
        NumericRank(type) > 0 || type is KustoType.DateTime or KustoType.TimeSpan;

    // Of two nulls nobody knows whether they are equal; a null and a value are not. An order with null is unknown.
    private static bool? Compare(string comparison, object? left, object? right)
    {
        if (left is null || right is null)
        {
            bool bothNull = left is null && right is null;
            return bothNull ? null : comparison switch { "==" => false, "!=" => true, _ => null };
        }

        if (left is double real && right is double other)
        {
            return CompareReals(comparison, real, other);
        }

        int order = Order(left, right);
        return comparison switch
        {
            "==" => order == 0,
            "!=" => order != 0,
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }

    // NaN equals nothing, itself included.
    private static bool CompareReals(string comparison, double left, double right) =>
        comparison switch
        {
            "==" => left == right,
            "!=" => left != right,
            "<" => left < right,
            "<=" => left <= right,
            ">" => left > right,
            _ => left >= right,
        };

    private static int NumericRank(KustoType type) =>
        type switch
        {
            KustoType.Int => 1,
            KustoType.Long => 2,
            KustoType.Decimal => 3,
            KustoType.Real => 4,
            _ => 0,
        };
}
