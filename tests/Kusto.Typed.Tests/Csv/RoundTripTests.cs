using System.Data.SqlTypes;
using System.Globalization;
using System.Text;
using CsvHelper;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.Csv;

/// <summary>Random rows to CSV and back: by a reader and by parsers that are not ours, and by our own.</summary>
[Trait("Category", "RoundTrip")]
public sealed class RoundTripTests
{
    private static readonly CsvReaderOptions s_raw = new() { HasHeader = false, SkipEmptyLines = false };

    public static TheoryData<string> Cultures => [.. CultureScope.Foreign, ""];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void NumbersAreReadByOthersAndByUs(string culture) =>
        Under(culture, random =>
        {
            NumberRow[] rows = random.Many(8, () => SomeRows.Number(random));
            byte[] csv = Rows.Write(rows);

            Compare(rows, csv, AsStrangersRead);
            Rows.Read<NumberRow>(csv).ShouldBe(rows);
            Rows.Write(Rows.Read<NumberRow>(csv)).ShouldBe(csv);
        });

    [Theory]
    [MemberData(nameof(Cultures))]
    public void TimesAreReadByOthersAndByUs(string culture) =>
        Under(culture, random =>
        {
            TimeRow[] rows = random.Many(8, () => SomeRows.Time(random));
            byte[] csv = Rows.Write(rows);

            Compare(rows, csv, AsStrangersRead);
            Rows.Read<TimeRow>(csv).ShouldBe([.. rows.Select(AsReadBack)]);
            Rows.Write(Rows.Read<TimeRow>(csv)).ShouldBe(csv);
        });

    [Theory]
    [MemberData(nameof(Cultures))]
    public void TextsAreReadByOthersAndByUs(string culture) =>
        Under(culture, random =>
        {
            TextRow[] rows = random.Many(8, () => SomeRows.Text(random));
            byte[] csv = Rows.Write(rows);

            Compare(rows, csv, AsStrangersRead);
            Rows.Write(Rows.Read<TextRow>(csv)).ShouldBe(csv);
        });

    [Fact]
    public void NullsReadBackAsNullsAndTheNullStringAsEmpty()
    {
        NumberRow number = Rows.Read<NumberRow>(Rows.Write([new NumberRow { SqlDecimal = SqlDecimal.Null }])).Single();
        TextRow text = Rows.Read<TextRow>(Rows.Write([new TextRow { First = null }])).Single();
        TimeRow time = Rows.Read<TimeRow>(Rows.Write([new TimeRow()])).Single();

        number.ShouldBe(new NumberRow { SqlDecimal = SqlDecimal.Null });
        time.ShouldBe(new TimeRow { At = DateTime.SpecifyKind(default, DateTimeKind.Utc) });
        text.First.ShouldBe("");
        text.Uri.ShouldBeNull();
        text.DaysOrNull.ShouldBeNull();
        text.Bytes.ShouldBe([]);
    }

    private static void Under(string culture, Action<RandomValues> property)
    {
        using CultureScope? scope = culture.Length == 0 ? null : new CultureScope(culture);
        RandomValues.ForAll(property);
    }

    private static void Compare<TRow>(TRow[] rows, byte[] csv, Action<TRow, Func<int, string>> compare)
    {
        List<List<byte[]>> plain = PlainCsv.Split(csv);
        plain.Count.ShouldBe(rows.Length);
        using CsvReader reader = CsvReader.Create(csv, s_raw);
        for (int index = 0; index < rows.Length; index++)
        {
            reader.Read().ShouldBeTrue();
            reader.FieldCount.ShouldBe(plain[index].Count);
            for (int field = 0; field < reader.FieldCount; field++)
            {
                reader.GetString(field).ShouldBe(Encoding.UTF8.GetString(plain[index][field]));
            }

            compare(rows[index], reader.GetString);
        }

        reader.Read().ShouldBeFalse();
    }

    private static void AsStrangersRead(NumberRow row, Func<int, string> field)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        bool.Parse(field(0)).ShouldBe(row.Bool);
        sbyte.Parse(field(2), invariant).ShouldBe(row.SByte);
        byte.Parse(field(3), invariant).ShouldBe(row.Byte);
        short.Parse(field(4), invariant).ShouldBe(row.Int16);
        ushort.Parse(field(5), invariant).ShouldBe(row.UInt16);
        int.Parse(field(6), invariant).ShouldBe(row.Int32);
        field(7).ShouldBe(row.Int32OrNull?.ToString(invariant) ?? "");
        uint.Parse(field(8), invariant).ShouldBe(row.UInt32);
        long.Parse(field(9), invariant).ShouldBe(row.Int64);
        field(10).ShouldBe(row.Int64OrNull?.ToString(invariant) ?? "");
        ulong.Parse(field(11), invariant).ShouldBe(row.UInt64);
        field(12).ShouldBe(row.UInt64OrNull?.ToString(invariant) ?? "");
        field(13).ShouldBe(row.Decimal.ToString(invariant));
        field(14).ShouldBe(row.DecimalOrNull?.ToString(invariant) ?? "");
        ulong.Parse(field(15), invariant).ShouldBe(row.BigUInt64);
        SqlDecimal.Parse(field(17)).ToString().ShouldBe(row.SqlDecimal.ToString());
        Bits(double.Parse(field(19), invariant)).ShouldBe(Bits(row.Double));
        Bits(float.Parse(field(21), invariant)).ShouldBe(Bits(row.Single));
        Bits((double)Half.Parse(field(23), invariant)).ShouldBe(Bits((double)row.Half));
    }

    // A NaN has many bit patterns and one text.
    private static long Bits(double value) => double.IsNaN(value) ? -1 : BitConverter.DoubleToInt64Bits(value);

    private static void AsStrangersRead(TimeRow row, Func<int, string> field)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        Instant(field(0)).ShouldBe(row.At.Kind == DateTimeKind.Local ? row.At.ToUniversalTime() : row.At);
        Instant(field(2)).ShouldBe(row.Offset.UtcDateTime);
        Instant(field(4)).ShouldBe(row.Day.ToDateTime(TimeOnly.MinValue));
        TimeSpan.ParseExact(field(6), "c", invariant).ShouldBe(row.Took);
        TimeSpan.ParseExact(field(8), "c", invariant).ShouldBe(row.Time.ToTimeSpan());
        Guid.ParseExact(field(10), "D").ShouldBe(row.Id);
        foreach (int place in (int[])[0, 2, 4])
        {
            field(place).ShouldEndWith("Z");
        }
    }

    private static DateTime Instant(string text) =>
        DateTime.ParseExact(
            text,
            text.Length == 20 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static TimeRow AsReadBack(TimeRow row) =>
        row with
        {
            At = row.At.Kind == DateTimeKind.Local ? row.At.ToUniversalTime() : row.At,
            AtOrNull = row.AtOrNull is { Kind: DateTimeKind.Local } at ? at.ToUniversalTime() : row.AtOrNull,
        };

    private static void AsStrangersRead(TextRow row, Func<int, string> field)
    {
        field(0).ShouldBe(row.First ?? "");
        field(1).ShouldBe(row.Second ?? "");
        field(2).ShouldBe(row.Char.ToString());
        field(3).ShouldBe(row.CharOrNull?.ToString() ?? "");
        field(4).ShouldBe(row.Rune.ToString());
        field(6).ShouldBe(row.Uri?.OriginalString ?? "");
        field(7).ShouldBe(row.Version?.ToString() ?? "");
        field(8).ShouldBe(row.Address?.ToString() ?? "");
        Enum.Parse<Weekdays>(field(9)).ShouldBe(row.Days);
        field(11).ShouldBe(((short)row.DaysNumber).ToString(CultureInfo.InvariantCulture));
        Convert.FromBase64String(field(13)).ShouldBe(row.Bytes ?? []);
        Convert.FromBase64String(field(14)).ShouldBe(row.Memory.ToArray());
    }
}
