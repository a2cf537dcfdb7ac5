namespace Kusto.Typed.Tests.Csv;

/// <summary>RFC 4180 read the plain and slow way, byte by byte: the oracle of what is written fast.</summary>
internal static class PlainCsv
{
    /// <summary>Splits records that end in LF into the bytes of their fields, quotes taken off.</summary>
    /// <exception cref="FormatException">A quote is out of its place, or the last record does not end.</exception>
    public static List<List<byte[]>> Split(ReadOnlySpan<byte> csv)
    {
        List<List<byte[]>> records = [];
        List<byte[]> record = [];
        while (!csv.IsEmpty)
        {
            record.Add(csv[0] == (byte)'"' ? TakeQuoted(ref csv) : TakePlain(ref csv));
            if (csv.IsEmpty)
            {
                throw new FormatException("The last record does not end with a line feed.");
            }

            if (csv[0] == (byte)'\n')
            {
                records.Add(record);
                record = [];
            }
            else if (csv.Length == 1)
            {
                throw new FormatException("The last field has no end.");
            }

            csv = csv[1..];
        }

        return records;
    }

    private static byte[] TakePlain(ref ReadOnlySpan<byte> csv)
    {
        int end = csv.IndexOfAny((byte)',', (byte)'\n');
        ReadOnlySpan<byte> field = end < 0 ? csv : csv[..end];
        if (field.ContainsAny((byte)'"', (byte)'\r'))
        {
            throw new FormatException("A quote or a carriage return stands in a field without quotes.");
        }

        csv = csv[field.Length..];
        return field.ToArray();
    }

    private static byte[] TakeQuoted(ref ReadOnlySpan<byte> csv)
    {
        List<byte> field = [];
        for (int place = 1; place < csv.Length; place++)
        {
            bool quote = csv[place] == (byte)'"';
            bool doubled = quote && place + 1 < csv.Length && csv[place + 1] == (byte)'"';
            if (quote && !doubled)
            {
                csv = csv[(place + 1)..];
                return csv.IsEmpty || csv[0] is (byte)',' or (byte)'\n'
                    ? [.. field]
                    : throw new FormatException("Text follows the closing quote.");
            }

            field.Add(csv[place]);
            place += doubled ? 1 : 0;
        }

        throw new FormatException("A quote is not closed.");
    }
}
