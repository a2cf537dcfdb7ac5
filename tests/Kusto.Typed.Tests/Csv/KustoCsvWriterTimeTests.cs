using static Kusto.Typed.Tests.Csv.Rows;

namespace Kusto.Typed.Tests.Csv;

public sealed class KustoCsvWriterTimeTests
{
    private static readonly DateTime s_storm = new DateTime(2026, 1, 31, 8, 15, 0, DateTimeKind.Utc).AddTicks(1234567);

    [Fact]
    public void InstantHasSevenDigitsOfAFractionOrNone()
    {
        Written((ref csv) => csv.WriteDateTime(s_storm)).ShouldBe("2026-01-31T08:15:00.1234567Z");
        Written((ref csv) => csv.WriteDateTime(s_storm.AddTicks(-1234567))).ShouldBe("2026-01-31T08:15:00Z");
        Written((ref csv) => csv.WriteDateTime(s_storm.AddTicks(-1234566))).ShouldBe("2026-01-31T08:15:00.0000001Z");
        Written((ref csv) => csv.WriteDateTime(DateTime.MinValue)).ShouldBe("0001-01-01T00:00:00Z");
        Written((ref csv) => csv.WriteDateTime((DateTime?)DateTime.MaxValue)).ShouldBe("9999-12-31T23:59:59.9999999Z");
        Written((ref csv) => csv.WriteDateTime((DateTime?)null)).ShouldBe("");
    }

    [Fact]
    public void TimeOfNoKindIsTakenAsUtc()
    {
        DateTime unspecified = DateTime.SpecifyKind(s_storm, DateTimeKind.Unspecified);

        Written((ref csv) => csv.WriteDateTime(unspecified)).ShouldBe("2026-01-31T08:15:00.1234567Z");
    }

    [Fact]
    public void TimeOfNoKindIsRefusedWhereTheColumnIsStrict()
    {
        DateTime unspecified = DateTime.SpecifyKind(s_storm, DateTimeKind.Unspecified);

        Refused((ref csv) => csv.WriteStrictDateTime(unspecified)).Message.ShouldContain("the time has no kind");
        Written((ref csv) => csv.WriteStrictDateTime(s_storm)).ShouldBe("2026-01-31T08:15:00.1234567Z");
        Written((ref csv) => csv.WriteStrictDateTime((DateTime?)s_storm)).ShouldBe("2026-01-31T08:15:00.1234567Z");
        Written((ref csv) => csv.WriteStrictDateTime(null)).ShouldBe("");
    }

    [Fact]
    public void OffsetIsTurnedIntoUtc()
    {
        DateTimeOffset value = new(2026, 1, 31, 23, 0, 0, TimeSpan.FromHours(-3.5));

        Written((ref csv) => csv.WriteDateTime(value)).ShouldBe("2026-02-01T02:30:00Z");
        Written((ref csv) => csv.WriteDateTime((DateTimeOffset?)value)).ShouldBe("2026-02-01T02:30:00Z");
        Written((ref csv) => csv.WriteDateTime((DateTimeOffset?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteDateTime(DateTimeOffset.MaxValue)).ShouldBe("9999-12-31T23:59:59.9999999Z");
    }

    [Fact]
    public void DayIsItsMidnightInFull()
    {
        Written((ref csv) => csv.WriteDateTime(new DateOnly(2026, 1, 31))).ShouldBe("2026-01-31T00:00:00.0000000Z");
        Written((ref csv) => csv.WriteDateTime((DateOnly?)DateOnly.MinValue)).ShouldBe("0001-01-01T00:00:00.0000000Z");
        Written((ref csv) => csv.WriteDateTime((DateOnly?)null)).ShouldBe("");
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("1.02:03:04")]
    [InlineData("-00:00:02.0020002")]
    [InlineData("-1.02:03:04.5000000")]
    [InlineData("10675199.02:48:05.4775807")]
    [InlineData("-10675199.02:48:05.4775808")]
    public void DurationHasItsSignBeforeTheDays(string text)
    {
        TimeSpan value = TimeSpan.ParseExact(text, "c", null);

        Written((ref csv) => csv.WriteTimeSpan(value)).ShouldBe(text);
        Written((ref csv) => csv.WriteTimeSpan((TimeSpan?)value)).ShouldBe(text);
    }

    [Fact]
    public void TimeOfDayIsTheDurationSinceMidnight()
    {
        Written((ref csv) => csv.WriteTimeSpan(new TimeOnly(8, 15, 0).Add(TimeSpan.FromTicks(1)))).ShouldBe("08:15:00.0000001");
        Written((ref csv) => csv.WriteTimeSpan((TimeOnly?)TimeOnly.MaxValue)).ShouldBe("23:59:59.9999999");
        Written((ref csv) => csv.WriteTimeSpan((TimeOnly?)null)).ShouldBe("");
        Written((ref csv) => csv.WriteTimeSpan((TimeSpan?)null)).ShouldBe("");
    }

    [Fact]
    public void GuidIsLowerCaseWithHyphens()
    {
        Guid value = Guid.Parse("5F0C2A54-9F1E-4A7B-8F0A-0D6C3C1B2A11");

        Written((ref csv) => csv.WriteGuid(value)).ShouldBe("5f0c2a54-9f1e-4a7b-8f0a-0d6c3c1b2a11");
        Written((ref csv) => csv.WriteGuid((Guid?)Guid.Empty)).ShouldBe("00000000-0000-0000-0000-000000000000");
        Written((ref csv) => csv.WriteGuid(null)).ShouldBe("");
    }
}
