using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Kusto.Typed.Local.Values;

/// <summary>A dynamic value as its canonical JSON.</summary>
internal sealed record DynamicJson(string Json);

/// <summary>Canonical text as a C# value, for the query's expressions.</summary>
internal static class CellValue
{
    /// <summary>Reads the canonical text of a value that is not null.</summary>
    public static object Parse(KustoType type, ReadOnlySpan<byte> text)
    {
        switch (type)
        {
            case KustoType.Bool:
                return text[0] == 't';
            case KustoType.Int:
                return int.Parse(text, CultureInfo.InvariantCulture);
            case KustoType.Long:
                return long.Parse(text, CultureInfo.InvariantCulture);
            case KustoType.Real:
                _ = CanonicalText.TryParseReal(text, out double real);
                return real;
            case KustoType.Decimal:
                _ = KustoDecimal.TryParse(text, out KustoDecimal number);
                return number;
            case KustoType.DateTime:
                _ = InstantText.TryParse(text, out DateTime instant);
                return instant;
            case KustoType.TimeSpan:
                _ = Utf8Parser.TryParse(text, out TimeSpan duration, out _, 'c');
                return duration;
            case KustoType.Guid:
                _ = CanonicalText.TryParseGuid(text, out Guid guid);
                return guid;
            case KustoType.Dynamic:
                return new DynamicJson(Encoding.UTF8.GetString(text));
            default:
                return Encoding.UTF8.GetString(text);
        }
    }
}
