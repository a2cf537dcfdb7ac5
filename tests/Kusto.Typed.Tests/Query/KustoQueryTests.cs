using System.Globalization;

namespace Kusto.Typed.Tests.Query;

public sealed class KustoQueryTests
{
    [Fact]
    public void PlainTextIsSentAsItIs()
    {
        KustoQuery query = KustoQuery.Raw("Storms | take 3");

        query.Text.ShouldBe("Storms | take 3");
        query.Parameters.ShouldBeEmpty();
    }

    [Fact]
    public void HolesOfEachTypeBecomeLiterals()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Hole($"{"it's \"\\\n"}").ShouldBe(("string", "\"it\\'s \\\"\\\\\\n\""));
            Hole($"{(string?)null}").ShouldBe(("string", "\"\""));
            Hole($"{1}").ShouldBe(("int", "int(1)"));
            Hole($"{(short)-1}").ShouldBe(("int", "int(-1)"));
            Hole($"{(int?)null}").ShouldBe(("int", "int(null)"));
            Hole($"{'c'}").ShouldBe(("string", "\"c\""));
            Hole($"{(char?)null}").ShouldBe(("string", "\"\""));
            Hole($"{ulong.MaxValue}").ShouldBe(("decimal", "decimal(18446744073709551615)"));
            Hole($"{uint.MaxValue}").ShouldBe(("long", "long(4294967295)"));
            Hole($"{long.MinValue}").ShouldBe(("long", "long(-9223372036854775808)"));
            Hole($"{1.5}").ShouldBe(("real", "real(1.5)"));
            Hole($"{double.NaN}").ShouldBe(("real", "real(nan)"));
            Hole($"{double.PositiveInfinity}").ShouldBe(("real", "real(+inf)"));
            Hole($"{double.NegativeInfinity}").ShouldBe(("real", "real(-inf)"));
            Hole($"{19.90m}").ShouldBe(("decimal", "decimal(19.90)"));
            Hole($"{true}").ShouldBe(("bool", "bool(true)"));
            Hole($"{(bool?)null}").ShouldBe(("bool", "bool(null)"));
            Hole($"{new DateTime(2026, 1, 31)}").ShouldBe(("datetime", "datetime(2026-01-31T00:00:00.0000000Z)"));
            Hole($"{new DateTimeOffset(2026, 1, 31, 1, 0, 0, TimeSpan.FromHours(1))}")
                .ShouldBe(("datetime", "datetime(2026-01-31T00:00:00.0000000Z)"));
            Hole($"{-new TimeSpan(1, 2, 3, 4)}").ShouldBe(("timespan", "timespan(-1.02:03:04)"));
            Hole($"{Guid.Empty}").ShouldBe(("guid", "guid(00000000-0000-0000-0000-000000000000)"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void HoleInQuotesIsRefused()
    {
        int value = 1;

        Refused(() => $"T | where A == '{value}'");
        Refused(() => $"T | where A == \"it's {value}\"");
        Refused(() => $"T | where A == 'it\\'s {value}'");
        Refused(() => $"T | where A == @'c:\\{value}'");
        Refused(() => $"T | where A == ```{value}```");
        Refused(() => $"T // {value}");
        Refused(() => $"['{value}']");
    }

    [Fact]
    public void HoleAtAWordIsRefused()
    {
        int value = 1;

        Refused(() => $"T | where At > ago({value}d)");
        Refused(() => $"Table{value} | take 1");
        Refused(() => $"print {value}{value}");
    }

    [Fact]
    public void HoleBehindQuotesAndCommentsIsTaken()
    {
        int value = 1;

        Taken($"T | where A == 'it\\'s' and B == {value}");
        Taken($"T | where A == @'c:\\' and B == {value}");
        Taken($"T | where A == @\"say \"\"x\"\" \" and B == {value}");
        Taken($"T // it's\n| take {value}");
        Taken($"T | where A == ``` ' ``` and B == {value}");
        Taken($"T | where A == 'http://x' and B in ({value},{value})");
    }

    private static (string Type, string Literal) Hole(KustoQuery query)
    {
        string declaration = query.Text.Split('(', ')')[1];
        return (declaration["_p0:".Length..], query.Parameters.ShouldHaveSingleItem().Value);
    }

    private static void Taken(KustoQuery query) => query.Text.ShouldStartWith("declare query_parameters(_p0:int");

    private static void Refused(Func<KustoQuery> query) =>
        Should.Throw<ArgumentException>(query).Message.ShouldStartWith("A hole of the query");
}
