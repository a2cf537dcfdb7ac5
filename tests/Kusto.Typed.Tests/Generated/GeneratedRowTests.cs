using System.Data.SqlTypes;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kusto.Typed.Commands;
using Kusto.Typed.Schema;
using Kusto.Typed.Tests.Csv;

namespace Kusto.Typed.Tests.Generated;

public sealed class GeneratedRowTests
{
    [Fact]
    public void RandomRowsReadBackAsTheyWereWritten() =>
        RandomValues.ForAll(static random =>
        {
            WideRow[] rows = random.Many(4, () => Random(random));
            List<WideRow> read = Rows.Read<WideRow>(Rows.Write(rows, blockBytes: 64));
            read.Select(Shown).ShouldBe(rows.Select(Shown));
        });

    [Fact]
    public void LongestValuesFitTheRoomThatIsReserved()
    {
        WideRow longest = new(Guid.NewGuid(), new string('"', 100), new DateTime(DateTime.MaxValue.Ticks, DateTimeKind.Utc))
        {
            Base = int.MinValue,
            Bool = false,
            BoolOrNull = false,
            SByte = sbyte.MinValue,
            UInt16 = ushort.MaxValue,
            Int32OrNull = int.MinValue,
            UInt32 = uint.MaxValue,
            Int64 = long.MinValue,
            UInt64 = ulong.MaxValue,
            Single = -float.MaxValue,
            DoubleOrNull = -double.MaxValue,
            Decimal = decimal.MinValue,
            SqlDecimal = new SqlDecimal(38, 37, false, -1, -1, -1, 0x3FFF_FFFF),
            OffsetOrNull = new DateTimeOffset(DateTime.MaxValue.AddDays(-1), TimeSpan.FromHours(-14)),
            Day = DateOnly.MaxValue,
            Took = TimeSpan.MinValue,
            TimeOrNull = TimeOnly.MaxValue,
            Rune = new Rune(0x1F600),
            Link = new Uri("https://example.org/" + new string('é', 200)),
            Version = new Version(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue),
            Address = new IPAddress(IPAddress.Parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").GetAddressBytes(), uint.MaxValue),
            Weekday = (DayOfWeek)int.MinValue,
            WeekdayNumber = (DayOfWeek)int.MinValue,
            Bytes = new byte[100],
            Vector = [float.MinValue],
            Memory = new[] { double.MinValue },
            Json = "\"" + new string('x', 100) + "\"",
        };
        WideRow read = Rows.Read<WideRow>(Rows.Write([longest, longest], blockBytes: 1))[1];
        Shown(read).ShouldBe(Shown(longest));
    }

    [Fact]
    public void NullsReadBackAsNulls()
    {
        WideRow read = Rows.Read<WideRow>(Rows.Write([new WideRow(Guid.Empty, "", default) { Bool = true, Rune = new Rune('r') }]))[0];
        read.BoolOrNull.ShouldBeNull();
        read.Link.ShouldBeNull();
        read.WeekdayNumber.ShouldBeNull();
        read.Vector.ShouldBeNull();
        read.Memory.ShouldBeNull();
        read.Bag.ShouldBeNull();
        read.Json.ShouldBeNull();
        read.Part.ShouldBeNull();
        read.Point.ShouldBeNull();
        read.SqlDecimal.IsNull.ShouldBeTrue();
        read.Parts.ShouldBeEmpty();
    }

    [Fact]
    public void CommandsAreThoseOfTheRuntime()
    {
        TableSchema table = WideRowTable.Schema;
        WideRowTable.Name.ShouldBe(table.Name);
        WideRowTable.CreateMergeCommand.ShouldBe(TableCommands.CreateMerge(table));
        WideRowTable.MappingCommand.ShouldBe(TableCommands.CreateOrAlterMapping(table));
        WideRowTable.MappingName.ShouldBe(table.Mapping.Name);
        WideRowTable.Columns.Base.ShouldBe(table.Columns[0].Name);
    }

    [Fact]
    public void AssemblyListsItsTablesForThoseWhoDoNotRunIt()
    {
        KustoTables.All.ShouldContain(WideRowTable.Schema);
        KustoTableMetadataAttribute metadata = typeof(GeneratedRowTests).Assembly
            .GetCustomAttributes(typeof(KustoTableMetadataAttribute), inherit: false)
            .Cast<KustoTableMetadataAttribute>()
            .Single(metadata => metadata.Table == WideRowTable.Name);
        metadata.Json.ShouldBe(WideRowTable.Schema.ToJson());
        metadata.Script.ShouldBe(string.Join("\n", TableCommands.Script(WideRowTable.Schema)));
        metadata.Lock.ShouldNotBeNull().ShouldStartWith($"table {WideRowTable.Name}\n");
    }

    private static WideRow Random(RandomValues random) =>
        new(random.Guid(), random.String(), random.DateTime(DateTimeKind.Utc))
        {
            Base = (int)random.Bits(),
            Bool = random.Bool(),
            BoolOrNull = random.OrNull(random.Bool()),
            SByte = (sbyte)random.Bits(),
            UInt16 = (ushort)random.Bits(),
            Int32OrNull = random.OrNull((int)random.Bits()),
            UInt32 = (uint)random.Bits(),
            Int64 = random.Long(),
            UInt64 = random.Bits(),
            Single = random.Single(),
            DoubleOrNull = random.OrNull(random.Double()),
            Decimal = random.Decimal(),
            SqlDecimal = random.Bool() ? SqlDecimal.Null : random.SqlDecimal(),
            OffsetOrNull = random.OrNull(random.DateTimeOffset()),
            Day = DateOnly.FromDateTime(random.DateTime(DateTimeKind.Utc)),
            Took = random.TimeSpan(),
            TimeOrNull = random.OrNull(random.TimeOnly()),
            Rune = random.Rune(),
            Address = random.Bool() ? null : random.Address(),
            Weekday = (DayOfWeek)random.Below(9),
            WeekdayNumber = random.OrNull((DayOfWeek)random.Below(9)),
            Bytes = random.Bytes(30),
            Vector = random.Bool() ? null : random.Many(3, () => (float)random.Below(1000) / 7),
            Memory = random.Bool() ? null : random.Many(3, () => (double)random.Below(1000) / 7),
            Bag = random.Bool() ? null : new JsonObject { ["k"] = random.String(20), ["n"] = null },
            Json = random.Bool() ? null : new JsonArray(random.String(20)).ToJsonString(),
            Part = random.Bool() ? null : new WidePart(random.Below(100), random.Bool() ? null : random.String(20)),
            Parts = random.Many(3, () => new WidePart(random.Below(100), "x")),
            Point = random.OrNull(new WidePoint(random.Below(100), 2)),
        };

    // Values of equal meaning look equal: arrays and JSON have no equality of their own, an offset is not kept.
    private static string Shown(WideRow row) =>
        string.Join(
            '|',
            row with { Bytes = [], Vector = null, Memory = null, Bag = null, Json = null, Parts = [], OffsetOrNull = row.OffsetOrNull?.ToUniversalTime() },
            Convert.ToHexString(row.Bytes),
            row.Vector is null ? "null" : string.Join(' ', row.Vector),
            row.Memory is { } memory ? string.Join(' ', memory.ToArray()) : "null",
            row.Bag?.ToJsonString(),
            row.Json is null ? "null" : JsonNode.Parse(row.Json)?.ToJsonString(),
            string.Join(' ', row.Parts),
            row.At.Kind,
            row.Took.Ticks,
            row.Single.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
}
