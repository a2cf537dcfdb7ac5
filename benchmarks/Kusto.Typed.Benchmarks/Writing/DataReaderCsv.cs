using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>A data reader to CSV, as the official .NET client does it, without waste beyond the way's own.</summary>
internal static class DataReaderCsv
{
    private const int WriterChars = 64 * 1024;
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly SearchValues<char> s_special = SearchValues.Create(",\"\r\n");

    public static void Write<TRow>(TRow[] rows, Stream output)
    {
        ObjectDataReader<TRow> reader = new(rows);
        using StreamWriter csv = new(output, s_utf8, WriterChars, leaveOpen: true);
        while (reader.Read())
        {
            for (int column = 0; column < ObjectDataReader<TRow>.FieldCount; column++)
            {
                if (column > 0)
                {
                    csv.Write(',');
                }

                WriteField(csv, reader.GetValue(column));
            }

            csv.Write('\n');
        }
    }

    private static void WriteField(StreamWriter csv, object value)
    {
        switch (value)
        {
            case DBNull:
                break;
            case string text:
                WriteText(csv, text);
                break;
            case bool yes:
                csv.Write(yes ? "true" : "false");
                break;
            case DateTime instant:
                WriteValue(csv, instant, "O");
                break;
            case ISpanFormattable other:
                WriteValue(csv, other, default);
                break;
            default:
                WriteText(csv, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                break;
        }
    }

    private static void WriteValue<TValue>(StreamWriter csv, TValue value, ReadOnlySpan<char> format)
        where TValue : ISpanFormattable
    {
        Span<char> text = stackalloc char[64];
        if (!value.TryFormat(text, out int length, format, CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException($"A {value.GetType().Name} takes more than {text.Length} characters.");
        }

        csv.Write(text[..length]);
    }

    private static void WriteText(StreamWriter csv, string text)
    {
        if (!text.AsSpan().ContainsAny(s_special))
        {
            csv.Write(text);
            return;
        }

        char[] quoted = ArrayPool<char>.Shared.Rent((text.Length * 2) + 2);
        int length = 0;
        quoted[length++] = '"';
        foreach (char character in text)
        {
            quoted[length++] = character;
            if (character == '"')
            {
                quoted[length++] = '"';
            }
        }

        quoted[length++] = '"';
        csv.Write(quoted, 0, length);
        ArrayPool<char>.Shared.Return(quoted);
    }
}
