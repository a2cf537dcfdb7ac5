using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>What one field of a kind costs, by the writer and by what .NET has for it.</summary>
internal static class FieldCosts
{
    public const string Verb = "fields";
    private const int Values = 1024;

    private delegate void Field<TValue>(ref KustoCsvWriter csv, TValue value);

    private delegate int Plain<TValue>(TValue value, Span<byte> field);

    public static void Run(bool quick, Results results)
    {
        Random random = new(7);
        StormEvent[] storms = SomeRows.StormEvents(Values);
        Pace pace = quick ? new(30, 2, 200) : new(100, 2, 300);
        Compare(
            "`int` of 1 to 6 digits",
            Many(() => random.Next((int)Math.Pow(10, 1 + random.Next(6)))), (ref csv, value) => csv.WriteInt(value),
            PlainInt);
        Compare(
            "`double` of 2 decimals",
            Many(() => Math.Round(random.NextDouble() * 100, 2)), (ref csv, value) => csv.WriteReal(value),
            PlainReal);
        Compare("`double` of 17 digits", Many(random.NextDouble), (ref csv, value) => csv.WriteReal(value), PlainReal);
        Compare(
            "`datetime` to the second",
            [.. storms.Select(row => row.StartTime)], (ref csv, value) => csv.WriteDateTime(value),
            PlainTime);
        Compare("`guid`", Many(Guid.NewGuid), (ref csv, value) => csv.WriteGuid(value), PlainGuid);
        Compare(
            "string of 4 to 32",
            [.. storms.Select(row => row.BeginLocation)], (ref csv, value) => csv.WriteString(value),
            PlainText);
        Compare(
            "narrative",
            [.. storms.Select(row => row.EpisodeNarrative)], (ref csv, value) => csv.WriteString(value),
            PlainText);
        Compare(
            "JSON text",
            [.. storms.Select(row => row.StormSummary)], (ref csv, value) => csv.WriteString(value),
            PlainText);

        void Compare<TValue>(string name, TValue[] values, Field<TValue> write, Plain<TValue> plain)
        {
            byte[] field = new byte[4096];
            using CsvBuffer buffer = new(StormEventTable.Schema);
            Times[] times = Interleaved.Run(
                pace,
                [
                    new("writer", () => Write(values, write, buffer, field.Length)),
                    new("plain", () => Write(values, plain, field)),
                ]);
            results.Add("fields", name, "writer", times[0].Best / values.Length);
            results.Add("fields", name, "plain", times[1].Best / values.Length);
        }
    }

    private static TValue[] Many<TValue>(Func<TValue> one) => [.. Enumerable.Range(0, Values).Select(_ => one())];

    private static void Write<TValue>(TValue[] values, Field<TValue> write, CsvBuffer buffer, int reserved)
    {
        KustoCsvWriter csv = new(buffer);
        foreach (TValue value in values)
        {
            csv.BeginRecord(reserved);
            write(ref csv, value);
            csv.Rollback();
        }
    }

    private static void Write<TValue>(TValue[] values, Plain<TValue> plain, byte[] field)
    {
        foreach (TValue value in values)
        {
            plain(value, field);
        }
    }

    private static int PlainInt(int value, Span<byte> field) =>
        Utf8Formatter.TryFormat(value, field, out int length) ? length : 0;

    private static int PlainReal(double value, Span<byte> field) =>
        value.TryFormat(field, out int length, default, CultureInfo.InvariantCulture) ? length : 0;

    private static int PlainTime(DateTime value, Span<byte> field) =>
        Utf8Formatter.TryFormat(value, field, out int length, 'O') ? length : 0;

    private static int PlainGuid(Guid value, Span<byte> field) =>
        Utf8Formatter.TryFormat(value, field, out int length) ? length : 0;

    // Without quotes, and thus less than a CSV writer has to do.
    private static int PlainText(string value, Span<byte> field) => Encoding.UTF8.GetBytes(value, field);
}
