using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsvHelper;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>Makes sure before anything is timed that all writers have written the same rows.</summary>
internal static class SameMeaning
{
    private static readonly CsvReaderOptions s_raw = new() { HasHeader = false };

    /// <exception cref="InvalidOperationException">A contender has written something else.</exception>
    public static void Check<TRow>(RowWriter<TRow>[] writers, TRow[] rows, JsonTypeInfo<TRow> json)
    {
        List<string[]> expected = Fields(Bytes(writers[0], rows));
        if (expected.Count != rows.Length)
        {
            throw new InvalidOperationException($"{rows.Length} rows have become {expected.Count} records.");
        }

        foreach (RowWriter<TRow> writer in writers)
        {
            byte[] bytes = Bytes(writer, rows);
            bool same = writer.Key == Keys.Json
                ? HasRows(bytes, rows, json)
                : Fields(bytes).Zip(expected).All(pair => pair.First.Zip(pair.Second).All(field => IsSame(field.First, field.Second)));
            if (!same)
            {
                throw new InvalidOperationException($"{Keys.Name(writer.Key)} has written other rows.");
            }
        }
    }

    public static byte[] Bytes<TRow>(RowWriter<TRow> writer, TRow[] rows)
    {
        using MemoryStream output = new();
        writer.Write(rows, output);
        return output.ToArray();
    }

    private static List<string[]> Fields(byte[] csv)
    {
        List<string[]> records = [];
        using CsvReader reader = CsvReader.Create(csv, s_raw);
        while (reader.Read())
        {
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return records;
    }

    private static bool IsSame(string text, string expected) =>
        string.Equals(text, expected, StringComparison.OrdinalIgnoreCase)
        || (IsNumber(text, out double number) && IsNumber(expected, out double same) && number.Equals(same))
        || (IsInstant(text, out DateTime instant) && IsInstant(expected, out DateTime then) && instant == then);

    private static bool IsNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static bool IsInstant(string text, out DateTime value) => DateTime.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out value);

    private static bool HasRows<TRow>(byte[] lines, TRow[] rows, JsonTypeInfo<TRow> type)
    {
        int row = 0;
        using StreamReader reader = new(new MemoryStream(lines));
        while (reader.ReadLine() is { } line)
        {
            if (row == rows.Length || Same(JsonSerializer.Deserialize(line, type)!) != Same(rows[row++]))
            {
                return false;
            }
        }

        return row == rows.Length;

        string Same(TRow value) => JsonSerializer.Serialize(value, type);
    }
}
