using System.Globalization;
using System.Text;
using CsvHelper;
using Kusto.Typed.Tests.Csv;
using Kusto.Typed.Tests.Testing;

namespace Kusto.Typed.Tests.Ingestion.Sources;

/// <summary>Rows have the values that another reader of CSV and .NET's own parsers find in the same bytes.</summary>
public sealed class CsvOtherReaderTests
{
    private const string Header = "Text,Int,Long,Real,Time,Guid,Bool,Decimal,Span,Number,Value";
    private const string Ticks = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    [Fact]
    public void AnyValueInAnyFormIsReadAlike() =>
        RandomValues.ForAll(random =>
        {
            byte[] csv = Csv(random);

            List<Mixed> rows = KustoCsv.ReadAsync<Mixed>(new MemoryStream(csv)).CollectAsync().GetAwaiter().GetResult();

            rows.ShouldBe(Theirs(csv));
        });

    private static byte[] Csv(RandomValues random)
    {
        StringBuilder csv = new(Header + "\n");
        for (int records = random.Below(20); records > 0; records--)
        {
            string[] fields =
            [
                random.Bool() ? random.String() : new string('a', random.Below(100)),
                ((int)random.Long() >> random.Below(32)).ToString(s_invariant),
                (random.Long() >> random.Below(64)).ToString(s_invariant),
                random.Double().ToString(s_invariant),
                random.DateTime(DateTimeKind.Utc).ToString(random.Bool() ? Ticks : "O", s_invariant),
                random.Bool() ? random.Guid().ToString() : random.Guid().ToString().ToUpperInvariant(),
                random.Bool() ? "true" : "False",
                random.Bool() ? "" : random.Decimal().ToString(s_invariant),
                random.Bool() ? "" : random.TimeSpan().ToString("c", s_invariant),
                random.Bool() ? "" : random.Below(1000).ToString(s_invariant),
                random.Bool() ? "" : (random.Below(10_000_000) / 1000.0).ToString(s_invariant),
            ];
            csv.AppendJoin(',', fields.Select(field => Form(random, field))).Append(random.Bool() ? "\n" : "\r\n");
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static string Form(RandomValues random, string field) =>
        field.IndexOfAny(['"', ',', '\r', '\n']) < 0 && random.Below(4) != 0
            ? field
            : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<Mixed> Theirs(byte[] csv)
    {
        List<Mixed> rows = [];
        using CsvReader reader = CsvReader.Create(new MemoryStream(csv));
        while (reader.Read())
        {
            rows.Add(new Mixed
            {
                Text = reader.GetString(0),
                Int = int.Parse(reader.GetString(1), s_invariant),
                Long = long.Parse(reader.GetString(2), s_invariant),
                Real = double.Parse(reader.GetString(3), s_invariant),
                Time = DateTime.Parse(reader.GetString(4), s_invariant, DateTimeStyles.AdjustToUniversal),
                Guid = Guid.Parse(reader.GetString(5)),
                Bool = bool.Parse(reader.GetString(6)),
                Decimal = OrNull(reader.GetString(7), text => decimal.Parse(text, NumberStyles.Number, s_invariant)),
                Span = OrNull(reader.GetString(8), text => TimeSpan.ParseExact(text, "c", s_invariant)),
                Number = OrNull(reader.GetString(9), text => int.Parse(text, s_invariant)),
                Value = OrNull(reader.GetString(10), text => double.Parse(text, s_invariant)),
            });
        }

        return rows;
    }

    private static T? OrNull<T>(string text, Func<string, T> parse)
        where T : struct => text.Length == 0 ? null : parse(text);
}
