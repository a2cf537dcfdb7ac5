using System.Text;
using Kusto.Typed.Csv;
using Kusto.Typed.Testing;
using static Kusto.Typed.Tests.Csv.Rows;

namespace Kusto.Typed.Tests.Csv;

[Collection(ProcessWideCollection.Name)]
[Trait("Category", "RoundTrip")]
public sealed class TimeZoneTests
{
    private static readonly DateTime s_local = new(2026, 7, 1, 12, 0, 0, DateTimeKind.Local);

    [Theory]
    [InlineData("America/St_Johns", "2026-07-01T14:30:00Z")]
    [InlineData("Asia/Kathmandu", "2026-07-01T06:15:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-06-30T22:00:00Z")]
    public void LocalTimeIsTurnedIntoUtc(string zone, string text)
    {
        using TimeZoneScope scope = new(zone);

        Written((ref csv) => csv.WriteDateTime(s_local)).ShouldBe(text);
        Written((ref csv) => csv.WriteDateTime((DateTime?)s_local)).ShouldBe(text);
    }

    [Theory]
    [InlineData("America/St_Johns", "2026-07-01T14:30:00Z")]
    [InlineData("Asia/Kathmandu", "2026-07-01T06:15:00Z")]
    public void TimeOfNoKindIsTakenAsLocalWhereTheColumnSaysSo(string zone, string text)
    {
        using TimeZoneScope scope = new(zone);
        DateTime unspecified = DateTime.SpecifyKind(s_local, DateTimeKind.Unspecified);
        DateTime utc = DateTime.SpecifyKind(s_local, DateTimeKind.Utc);

        Written((ref csv) => csv.WriteLocalDateTime(unspecified)).ShouldBe(text);
        Written((ref csv) => csv.WriteLocalDateTime((DateTime?)unspecified)).ShouldBe(text);
        Written((ref csv) => csv.WriteLocalDateTime(s_local)).ShouldBe(text);
        Written((ref csv) => csv.WriteLocalDateTime(utc)).ShouldBe("2026-07-01T12:00:00Z");
        Written((ref csv) => csv.WriteLocalDateTime(null)).ShouldBe("");
        Written((ref csv) => csv.WriteStrictDateTime(s_local)).ShouldBe(text);
    }

    [Fact]
    public void LocalTimeThatUtcCannotHoldIsReplacedByNull()
    {
        using TimeZoneScope scope = new("America/St_Johns");
        using CsvBuffer buffer = new(GuardedRow.Schema) { Policy = ValuePolicy.Replace };
        KustoCsvWriter csv = new(buffer);
        DateTime last = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Local);

        csv.BeginRecord(100);
        csv.WriteDateTime(last);
        csv.WriteDateTime((DateTime?)last);
        csv.WriteLocalDateTime(DateTime.SpecifyKind(last, DateTimeKind.Unspecified));
        csv.EndRecord();
        csv.Commit();

        Encoding.UTF8.GetString(TakeAll(buffer)).ShouldBe(",,\n");
        buffer.ValuesReplaced.ShouldBe(3);
    }

    [Fact]
    public void LocalTimeIsTurnedIntoUtcInTheZoneThatTheTestsRunIn()
    {
        DateTime utc = TimeZoneInfo.ConvertTimeToUtc(s_local, TimeZoneInfo.Local);

        Written((ref csv) => csv.WriteDateTime(s_local)).ShouldBe($"{utc:s}Z");
    }

    [Fact]
    public void OtherKindsDoNotDependOnTheZone()
    {
        using TimeZoneScope scope = new("America/St_Johns");
        DateTime unspecified = DateTime.SpecifyKind(s_local, DateTimeKind.Unspecified);

        Written((ref csv) => csv.WriteDateTime(unspecified)).ShouldBe("2026-07-01T12:00:00Z");
        Written((ref csv) => csv.WriteDateTime(DateOnly.FromDateTime(s_local))).ShouldBe("2026-07-01T00:00:00.0000000Z");
    }

    [Fact]
    public void LocalTimeThatUtcCannotHoldIsRefused()
    {
        DateTime first = DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Local);
        DateTime last = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Local);

        using (TimeZoneScope west = new("America/St_Johns"))
        {
            Refused((ref csv) => csv.WriteDateTime(last)).Message.ShouldContain("outside the years 0001 to 9999");
            Written((ref csv) => csv.WriteDateTime(first)).ShouldStartWith("0001-01-01T03:");
        }

        using (TimeZoneScope east = new("Asia/Kathmandu"))
        {
            Refused((ref csv) => csv.WriteDateTime(first)).Message.ShouldContain("outside the years 0001 to 9999");
            Written((ref csv) => csv.WriteDateTime(last)).ShouldBe("9999-12-31T18:14:59.9999999Z");
        }

        using (TimeZoneScope utc = new("UTC"))
        {
            Written((ref csv) => csv.WriteDateTime(first)).ShouldBe("0001-01-01T00:00:00Z");
            Written((ref csv) => csv.WriteDateTime(last)).ShouldBe("9999-12-31T23:59:59.9999999Z");
        }
    }

    [Fact]
    public void TheHourThatComesTwiceKeepsItsHalf()
    {
        using TimeZoneScope scope = new("America/St_Johns");
        DateTime first = new DateTime(2026, 11, 1, 3, 45, 0, DateTimeKind.Utc).ToLocalTime();
        DateTime second = new DateTime(2026, 11, 1, 4, 45, 0, DateTimeKind.Utc).ToLocalTime();

        first.ShouldBe(second);
        Written((ref csv) => csv.WriteDateTime(first)).ShouldBe("2026-11-01T03:45:00Z");
        Written((ref csv) => csv.WriteDateTime(second)).ShouldBe("2026-11-01T04:45:00Z");
    }

    [Fact]
    public void TimesReadBackInAnyZone()
    {
        using TimeZoneScope scope = new("America/St_Johns");
        new RoundTripTests().TimesAreReadByOthersAndByUs("");
    }
}
