using System.Numerics;

namespace Kusto.Typed.Csv;

// Reals of columns that take no NaN and no infinity: refused by the policy, or null.
public ref partial struct KustoCsvWriter
{
    private const string NotFiniteProblem =
        "the number is NaN or infinite, which the column does not take; leave it null, or let the column take it.";

    /// <summary>Writes a <c>real</c> that is to be a number.</summary>
    /// <exception cref="KustoRowException">The value is NaN or infinite, and the policy replaces nothing.</exception>
    public void WriteFiniteReal(double value)
    {
        if (double.IsFinite(value))
        {
            WriteReal(value);
        }
        else
        {
            Refuse(NotFiniteProblem);
        }
    }

    /// <inheritdoc cref="WriteFiniteReal(double)"/>
    public void WriteFiniteReal(double? value)
    {
        if (value is { } some)
        {
            WriteFiniteReal(some);
        }
        else
        {
            EndField(0);
        }
    }

    /// <inheritdoc cref="WriteFiniteReal(double)"/>
    public void WriteFiniteReal(float value)
    {
        if (float.IsFinite(value))
        {
            WriteReal(value);
        }
        else
        {
            Refuse(NotFiniteProblem);
        }
    }

    /// <inheritdoc cref="WriteFiniteReal(double)"/>
    public void WriteFiniteReal(float? value)
    {
        if (value is { } some)
        {
            WriteFiniteReal(some);
        }
        else
        {
            EndField(0);
        }
    }

    /// <inheritdoc cref="WriteFiniteReal(double)"/>
    public void WriteFiniteReal(Half value)
    {
        if (Half.IsFinite(value))
        {
            WriteReal(value);
        }
        else
        {
            Refuse(NotFiniteProblem);
        }
    }

    /// <inheritdoc cref="WriteFiniteReal(double)"/>
    public void WriteFiniteReal(Half? value)
    {
        if (value is { } some)
        {
            WriteFiniteReal(some);
        }
        else
        {
            EndField(0);
        }
    }

    /// <summary>Writes a <c>real</c>; NaN and the infinities are null, whatever the policy, and not counted.</summary>
    public void WriteRealOrNull(double value) => WriteReal(FiniteOrNull(value));

    /// <inheritdoc cref="WriteRealOrNull(double)"/>
    public void WriteRealOrNull(double? value) => WriteReal(value is { } some ? FiniteOrNull(some) : null);

    /// <inheritdoc cref="WriteRealOrNull(double)"/>
    public void WriteRealOrNull(float value) => WriteReal(FiniteOrNull(value));

    /// <inheritdoc cref="WriteRealOrNull(double)"/>
    public void WriteRealOrNull(float? value) => WriteReal(value is { } some ? FiniteOrNull(some) : null);

    /// <inheritdoc cref="WriteRealOrNull(double)"/>
    public void WriteRealOrNull(Half value) => WriteReal(FiniteOrNull(value));

    /// <inheritdoc cref="WriteRealOrNull(double)"/>
    public void WriteRealOrNull(Half? value) => WriteReal(value is { } some ? FiniteOrNull(some) : null);

    private static TNumber? FiniteOrNull<TNumber>(TNumber value)
        where TNumber : struct, IFloatingPoint<TNumber> => TNumber.IsFinite(value) ? value : null;
}
