using System.Globalization;
using System.Text;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Tests.Csv;

/// <summary>Digits that are made many at a time are those that .NET makes one by one.</summary>
public sealed class DigitsTests
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    [Fact]
    public void SmallIntegersAreWrittenAsByDotNet()
    {
        for (int value = -20_000; value <= 120_000; value++)
        {
            Written(value).ShouldBe(value.ToString(s_invariant));
        }
    }

    [Fact]
    public void IntegersOfEveryLengthAreWrittenAsByDotNet()
    {
        Random random = new(20260131);
        foreach (long value in (long[])[long.MinValue, long.MaxValue, int.MinValue, int.MaxValue, 99_999_999, 100_000_000])
        {
            Written(value).ShouldBe(value.ToString(s_invariant));
        }

        for (int round = 0; round < 100_000; round++)
        {
            long value = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            Written(value).ShouldBe(value.ToString(s_invariant));
        }
    }

    [Fact]
    public void EightDigitsAreRightAroundEveryBorderOfTheReciprocals()
    {
        byte[] field = new byte[8];
        for (uint border = 0; border < 100_000_000; border += 10_000)
        {
            foreach (uint value in (uint[])[border, border + 99, border + 4_999, border + 9_900, border + 9_999])
            {
                AsciiDigits.WriteAll(value, ref field[0]);
                Encoding.ASCII.GetString(field).ShouldBe(value.ToString("D8", s_invariant));
            }
        }
    }

    [Fact]
    public void EveryDayOfTheCalendarIsTheOneOfDotNet()
    {
        DateTime day = default;
        for (uint days = 0; days <= 3_652_058; days++)
        {
            CalendarDay ours = CalendarDay.Of(days);
            if ((ours.Year, ours.Month, ours.Day) != ((uint)day.Year, (uint)day.Month, (uint)day.Day))
            {
                ours.ShouldBe(new CalendarDay((uint)day.Year, (uint)day.Month, (uint)day.Day));
            }

            day = days < 3_652_058 ? day.AddDays(1) : day;
        }

        day.ShouldBe(DateTime.MaxValue.Date);
    }

    [Fact]
    public void TextOfEveryDayIsTheOneOfDotNetHoweverManyAreKept()
    {
        byte[] field = new byte[16];
        for (uint days = 0; days <= 3_652_058; days += 7)
        {
            // Each with one that is kept in the same place, and again.
            foreach (uint day in (uint[])[days, Math.Min(days ^ 512, 3_652_058), days])
            {
                DayText.Write(day, ref field[0]);
                Encoding.ASCII.GetString(field, 0, DayText.Length)
                    .ShouldBe(DateTime.MinValue.AddDays(day).ToString("yyyy-MM-dd'T'", s_invariant));
            }
        }
    }

    [Fact]
    public void DaysThatThreadsWriteAtOnceAreNotMixed()
    {
        Parallel.For(0, 4, thread =>
        {
            byte[] field = new byte[16];
            for (uint round = 0; round < 200_000; round++)
            {
                uint day = (round & 3) + (512 * (uint)thread);
                DayText.Write(day, ref field[0]);
                if (!field.AsSpan(0, DayText.Length).SequenceEqual(
                    Encoding.ASCII.GetBytes(DateTime.MinValue.AddDays(day).ToString("yyyy-MM-dd'T'", s_invariant))))
                {
                    Encoding.ASCII.GetString(field).ShouldBe($"day {day}");
                }
            }
        });
    }

    [Fact]
    public void InstantsAreWrittenAsByDotNet()
    {
        Random random = new(7);
        for (int round = 0; round < 50_000; round++)
        {
            long unit = round % 2 == 0 ? 1 : TimeSpan.TicksPerSecond;
            DateTime value = new(random.NextInt64(DateTime.MaxValue.Ticks) / unit * unit, DateTimeKind.Utc);
            string text = value.ToString(unit == 1 ? "O" : "yyyy-MM-dd'T'HH:mm:ss'Z'", s_invariant);

            Rows.Written((ref csv) => csv.WriteDateTime(value)).ShouldBe(text.Replace(".0000000", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void GuidsAreWrittenAsByDotNet()
    {
        Random random = new(7);
        byte[] bytes = new byte[16];
        for (int round = 0; round < 10_000; round++)
        {
            random.NextBytes(bytes);
            Guid value = new(bytes);
            Rows.Written((ref csv) => csv.WriteGuid(value)).ShouldBe(value.ToString("D"));
        }
    }

    private static string Written(long value)
    {
        Span<byte> field = stackalloc byte[24];
        int written = (int)AsciiDigits.WriteField(value, ref field[0]);
        field[written - 1].ShouldBe((byte)',');
        return Encoding.ASCII.GetString(field[..(written - 1)]);
    }
}
