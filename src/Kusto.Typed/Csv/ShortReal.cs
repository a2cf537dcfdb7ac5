using System.Buffers.Text;

namespace Kusto.Typed.Csv;

/// <summary>Numbers of at most six decimals, which most measured ones are: written from an integer.</summary>
/// <remarks>
/// The text is the one that .NET itself would write. An integer below 10^15 over 10^6 that gives the number back has at
/// most 15 digits; no two such texts stand for one double, so the shortest text that gives the number back is this one.
/// </remarks>
internal static class ShortReal
{
    private const double Scale = 1e6;
    private const int Decimals = 6;

    // Below, .NET writes exponents; above, the digits could be more than 15.
    private const double Least = 1e-4;
    private const double Most = 1e9;

    /// <summary>Writes the number if it is such a one.</summary>
    public static bool TryWrite(double value, Span<byte> field, out int written)
    {
        double magnitude = Math.Abs(value);
        written = 0;
        if (BitConverter.DoubleToInt64Bits(value) == 0)
        {
            field[written++] = (byte)'0';
            return true;
        }

        if (!(magnitude >= Least && magnitude < Most))
        {
            return false;
        }

        long scaled = (long)((magnitude * Scale) + 0.5);
        if (scaled / Scale != magnitude)
        {
            return false;
        }

        if (value < 0)
        {
            field[written++] = (byte)'-';
        }

        (long integer, long fraction) = Math.DivRem(scaled, (long)Scale);
        bool done = Utf8Formatter.TryFormat(integer, field[written..], out int digits);
        written += CsvNumber.Done(done, digits);
        if (fraction > 0)
        {
            written += WriteFraction((int)fraction, field[written..]);
        }

        return true;
    }

    private static int WriteFraction(int fraction, Span<byte> field)
    {
        int decimals = Decimals;
        while (fraction % 10 == 0)
        {
            fraction /= 10;
            decimals--;
        }

        for (int place = decimals; place > 0; place--)
        {
            (fraction, int digit) = Math.DivRem(fraction, 10);
            field[place] = (byte)('0' + digit);
        }

        field[0] = (byte)'.';
        return decimals + 1;
    }
}
