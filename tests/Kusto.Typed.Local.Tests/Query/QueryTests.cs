using Kusto.Typed.Local.Tests.Testing;

namespace Kusto.Typed.Local.Tests.Query;

public sealed class QueryTests
{
    private static readonly Stage s_storms = Stage
        .WithTable("State:string, Deaths:int, Damage:real, At:datetime, Took:timespan, Id:guid, Ok:bool, Price:decimal")
        .Ingest(
            """
            KANSAS,1,10.5,2026-01-01T00:00:00Z,1.00:00:00,00000000-0000-0000-0000-000000000001,true,1.5
            TEXAS,3,,2026-01-02T00:00:00Z,02:00:00,00000000-0000-0000-0000-000000000002,false,2.5
            kansas city,,NaN,,,,,
            ,2,-1,2026-01-03T12:00:00Z,00:00:01,00000000-0000-0000-0000-000000000003,true,12345678901234567890123456789012345678

            """);

    [Theory]
    [InlineData("T | count", "[4]")]
    [InlineData("T | take 2 | count", "[2]")]
    [InlineData("T | limit 0 | project State", "")]
    [InlineData("['T'] | take 1 | project State", "[\"KANSAS\"]")]
    [InlineData("T | where Deaths > 1 | project State, Deaths", "[\"TEXAS\",3]\n[\"\",2]")]
    [InlineData("T | where Deaths >= 2 and State != '' | project State", "[\"TEXAS\"]")]
    [InlineData("T | where Deaths == 1 or Deaths == 3 | count", "[2]")]
    [InlineData("T | where not(Deaths == 1) | project State", "[\"TEXAS\"]\n[\"kansas city\"]\n[\"\"]")]
    [InlineData("T | where not(Deaths > 1) | count", "[1]")]
    [InlineData("T | where (Deaths == 1 or Deaths == 2) and Ok | count", "[2]")]
    [InlineData("T | where Deaths != 1 | count", "[3]")]
    [InlineData("T | where Deaths < 2.5 | count", "[2]")]
    [InlineData("T | where Damage == 10.5 | count", "[1]")]
    [InlineData("T | where Damage < 0 or Damage > 0 | count", "[2]")]
    [InlineData("T | where isnull(Deaths) | project State", "[\"kansas city\"]")]
    [InlineData("T | where isnotnull(Deaths) | count", "[3]")]
    [InlineData("T | where isempty(State) | project Deaths", "[2]")]
    [InlineData("T | where isnotempty(State) | count", "[3]")]
    [InlineData("T | where isnull(State) | count", "[0]")]
    [InlineData("T | where State =~ 'Kansas' | count", "[1]")]
    [InlineData("T | where State !~ 'Kansas' | count", "[3]")]
    [InlineData("T | where State contains 'ansa' | count", "[2]")]
    [InlineData("T | where State !contains 'ansa' | count", "[2]")]
    [InlineData("T | where State contains_cs 'ansa' | count", "[1]")]
    [InlineData("T | where State startswith 'KAN' | count", "[2]")]
    [InlineData("T | where State endswith 'CITY' | count", "[1]")]
    [InlineData("T | where State has 'kansas' | count", "[2]")]
    [InlineData("T | where State has 'kan' | count", "[0]")]
    [InlineData("T | where State in ('TEXAS', 'KANSAS') | count", "[2]")]
    [InlineData("T | where State !in ('TEXAS', 'KANSAS') | count", "[2]")]
    [InlineData("T | where State in~ ('texas') | count", "[1]")]
    [InlineData("T | where State !in~ ('texas') | count", "[3]")]
    [InlineData("T | where Deaths in (1, 2) | count", "[2]")]
    [InlineData("T | where At >= datetime(2026-01-02) | count", "[2]")]
    [InlineData("T | where At == datetime('2026-01-03 12:00') | count", "[1]")]
    [InlineData("T | where Took > 1h | count", "[2]")]
    [InlineData("T | where Took == timespan(1.00:00:00) or Took == time(1s) | count", "[2]")]
    [InlineData("T | where Took == timespan(1) | count", "[1]")]
    [InlineData("T | where Id == guid(00000000-0000-0000-0000-000000000002) | project State", "[\"TEXAS\"]")]
    [InlineData("T | where Price == decimal(12345678901234567890123456789012345678) | count", "[1]")]
    [InlineData("T | where Price == decimal(12345678901234567890123456789012345679) | count", "[0]")]
    [InlineData("T | where Price > 2 | count", "[2]")]
    [InlineData("T | where Ok == true | count", "[2]")]
    [InlineData("T | order by Deaths | project Deaths", "[3]\n[2]\n[1]\n[null]")]
    [InlineData("T | sort by Deaths asc | project Deaths", "[null]\n[1]\n[2]\n[3]")]
    [InlineData("T | sort by Deaths asc nulls last | project Deaths", "[1]\n[2]\n[3]\n[null]")]
    [InlineData("T | sort by Deaths desc nulls first | project Deaths", "[null]\n[3]\n[2]\n[1]")]
    [InlineData("T | sort by Ok desc, Deaths asc | project Deaths", "[1]\n[2]\n[3]\n[null]")]
    [InlineData("T | sort by State asc | project State", "[\"\"]\n[\"KANSAS\"]\n[\"TEXAS\"]\n[\"kansas city\"]")]
    [InlineData("T | summarize count()", "[4]")]
    [InlineData("T | summarize N=count() by Ok | sort by N desc", "[true,2]\n[false,1]\n[null,1]")]
    [InlineData("T | project Big = Deaths > 1, X = 'x' | take 2", "[false,\"x\"]\n[true,\"x\"]")]
    [InlineData("T // all of them\n| count", "[4]")]
    [InlineData("T | count;", "[4]")]
    public void OperatorsAnswerAsKustoDoes(string query, string rows) => s_storms.Query(query).ShouldBe(rows);

    [Theory]
    [InlineData("print 1", "[1]")]
    [InlineData("print 'a' \"b\"", "[\"ab\"]")]
    [InlineData("print -5, 0x1F, 1.5, 1e-3", "[-5,31,1.5,0.001]")]
    [InlineData("print int(7), long(-1), int(null), int(0x10)", "[7,-1,null,16]")]
    [InlineData("print real(nan), real(+inf), real(-inf), real(null)", "[\"NaN\",\"Infinity\",\"-Infinity\",null]")]
    [InlineData("print bool(true), false, bool(null)", "[true,false,null]")]
    [InlineData("print True, TRUE, False, FALSE", "[true,true,false,false]")]
    [InlineData("print 1d, 2h, 30m, 10s, 250ms, 1tick", "[\"1.00:00:00\",\"02:00:00\",\"00:30:00\",\"00:00:10\",\"00:00:00.2500000\",\"00:00:00.0000001\"]")]
    [InlineData("print timespan(3), timespan(1.02:03:04.5)", "[\"3.00:00:00\",\"1.02:03:04.5000000\"]")]
    [InlineData("print datetime(2026-01-31T08:15:00.1234567Z), datetime(null)", "[\"2026-01-31T08:15:00.1234567Z\",null]")]
    [InlineData("print guid(74be27de1e4e49d9b579fe0b331d3642)", "[\"74be27de-1e4e-49d9-b579-fe0b331d3642\"]")]
    [InlineData("print decimal(1e5), decimal(19.90)", "[\"100000\",\"19.9\"]")]
    [InlineData("""print dynamic({"k":[1,"(x)"]}), dynamic(null), dynamic(1)""", """[{"k":[1,"(x)"]},null,1]""")]
    [InlineData("print 1 == 1.0, 1 < 1.5, int(null) == 1, int(null) == int(null), int(null) != 1", "[true,true,false,null,true]")]
    [InlineData("print bool(null) and false, bool(null) or true, bool(null) and true", "[false,true,null]")]
    [InlineData("print real(nan) == real(nan), real(nan) != real(nan)", "[false,true]")]
    public void LiteralsOfAllTypesAreRead(string query, string row) => s_storms.Query(query).ShouldBe(row);

    [Theory]
    [InlineData("print x=1, 'a'", "x:Long, print_1:String")]
    [InlineData("T | summarize count() by State, B=Deaths", "State:String, B:Int, count_:Long")]
    [InlineData("T | project Deaths, Name=State, 1.5", "Deaths:Int, Name:String, Column3:Real")]
    [InlineData("T | count", "Count:Long")]
    public void ColumnsHaveTheirNamesAndTypes(string query, string columns) => s_storms.Columns(query).ShouldBe(columns);

    [Theory]
    [InlineData("declare query_parameters(p:string); T | where State == p | count", """{"p":"'TEXAS'"}""", "[1]")]
    [InlineData("declare query_parameters(p:string); T | where State == p | count", """{"p":"TEXAS"}""", "[1]")]
    [InlineData("declare query_parameters(p:string); print p", """{"p":"' | count"}""", "[\"' | count\"]")]
    [InlineData("declare query_parameters(p:long); print p", """{"p":7}""", "[7]")]
    [InlineData("declare query_parameters(p:int); print p", """{"p":"7"}""", "[7]")]
    [InlineData("declare query_parameters(p:datetime); T | where At > p | count", """{"p":"datetime(2026-01-02)"}""", "[1]")]
    [InlineData("declare query_parameters(p:dynamic); print p", """{"p":"dynamic({\"a\":1})"}""", "[{\"a\":1}]")]
    [InlineData("declare query_parameters(p:bool, n:long = 3); print p, n", """{"p":true}""", "[true,3]")]
    [InlineData("declare query_parameters(n:long); T | take n | count", """{"n":"2"}""", "[2]")]
    public void ParametersAreLiteralsOrPlainValues(string query, string parameters, string row) =>
        s_storms.Query(query, parameters).ShouldBe(row);

    [Theory]
    [InlineData("Storms", "BadRequest_EntityNotFound", "the database 'Samples' has no table 'Storms'. It has: T.")]
    [InlineData("T | where state == 1", "General_BadRequest", "'state' is no column here and no parameter")]
    [InlineData("T | where State == 1", "General_BadRequest", "'==' does not compare string with long")]
    [InlineData("T | where Deaths", "General_BadRequest", "where takes bool and was given int")]
    [InlineData("T | where Deaths contains 'x'", "General_BadRequest", "'contains' takes string and was given int")]
    [InlineData("T | join T", "BadRequest_NotSupported", "The operator 'join' is not supported by the local endpoint. It supports count,")]
    [InlineData("T | extend A=1", "BadRequest_NotSupported", "The operator 'extend'")]
    [InlineData("T | project-away State", "BadRequest_NotSupported", "The operator 'project-away' is not supported")]
    [InlineData("T | mv-expand State", "BadRequest_NotSupported", "The operator 'mv-expand' is not supported")]
    [InlineData("T | where State matches regex 'x'", "BadRequest_NotSupported", "The operator 'matches regex' is not supported by the local endpoint. It supports ==,")]
    [InlineData("T | where Ok and State matches regex 'x'", "BadRequest_NotSupported", "The operator 'matches regex'")]
    [InlineData("T | where not(State has_any ('x', 'y'))", "BadRequest_NotSupported", "The operator 'has_any'")]
    [InlineData("T | where Deaths between (1 .. 5)", "BadRequest_NotSupported", "The operator 'between'")]
    [InlineData("T | where Deaths !between(1 .. 5)", "BadRequest_NotSupported", "The operator '!between'")]
    [InlineData("T | where State == 'x' AND Ok", "BadRequest_NotSupported", "The operator 'AND'")]
    [InlineData("T | where State ! contains 'x'", "BadRequest_NotSupported", "The operator '! contains'")]
    [InlineData("T | where State ! 'x'", "BadRequest_SyntaxError", "expected the end of the comparison")]
    [InlineData("T | where tolower(State) == 'x'", "BadRequest_NotSupported", "The function 'tolower' is not supported")]
    [InlineData("T | where Deaths + 1 == 2", "BadRequest_NotSupported", "does no arithmetic")]
    [InlineData("T | where State.x == 2", "BadRequest_NotSupported", "does not reach into dynamic values")]
    [InlineData("T | summarize sum(Deaths)", "BadRequest_NotSupported", "one aggregation in summarize: count()")]
    [InlineData("let x = 1; print x", "BadRequest_NotSupported", "'let' is not supported")]
    [InlineData("F(1)", "BadRequest_NotSupported", "has no functions")]
    [InlineData("T | take -1", "General_BadRequest", "take needs a number of rows")]
    [InlineData("T | project State, State", "General_BadRequest", "two columns of the result are named 'State'")]
    [InlineData("T |", "BadRequest_SyntaxError", "expected an operator")]
    [InlineData("T | count count", "BadRequest_SyntaxError", "expected the end")]
    [InlineData("T | where State == 'x", "BadRequest_SyntaxError", "is not closed")]
    [InlineData("print datetime(yesterday)", "BadRequest_SyntaxError", "'yesterday' is no value of the type datetime")]
    [InlineData("print dynamic({'a':1})", "BadRequest_SyntaxError", "is no value of the type dynamic")]
    [InlineData("declare query_parameters(p:long); print p", "General_BadRequest", "the query parameter 'p' has no value")]
    [InlineData("", "BadRequest_SyntaxError", "expected the name of a table")]
    public void WhatIsWrongOrNotSupportedIsSaidSo(string query, string code, string message)
    {
        RequestRefusedException refused = Stage.Refused(() => s_storms.Query(query));
        refused.Code.ShouldBe(code);
        refused.Message.ShouldContain(message);
        refused.Permanent.ShouldBeTrue();
    }

    [Theory]
    [InlineData("T | COUNT")]
    [InlineData("T | Where Ok")]
    [InlineData("T | ORDER by Deaths")]
    [InlineData("T | order By Deaths")]
    [InlineData("T | order by Deaths DESC")]
    [InlineData("T | order by Deaths asc NULLS last")]
    [InlineData("T | where Ok AND Ok")]
    [InlineData("T | where Ok Or Ok")]
    [InlineData("T | where State IN ('x')")]
    [InlineData("T | where State IN~ ('x')")]
    [InlineData("T | where State CONTAINS 'x'")]
    [InlineData("T | where State Has_CS 'x'")]
    [InlineData("T | where IsNull(State)")]
    [InlineData("T | summarize Count()")]
    [InlineData("T | summarize count() BY State")]
    [InlineData("PRINT 1")]
    [InlineData("print tRUE")]
    [InlineData("Declare query_parameters(n:long = 3); print n")]
    public void WordsInAnotherCaseAreRefused(string query) =>
        Stage.Refused(() => s_storms.Query(query)).Permanent.ShouldBeTrue();

    [Theory]
    [InlineData("State < 'x'", "'<' compares numbers, datetimes and timespans here, and was given string")]
    [InlineData("Id <= Id", "'<=' compares numbers, datetimes and timespans here, and was given guid")]
    [InlineData("Ok > false", "'>' compares numbers, datetimes and timespans here, and was given bool")]
    [InlineData("dynamic(1) >= dynamic(1)", "'>=' does not compare dynamic with dynamic")]
    public void OnlyNumbersAndTimesAreComparedInOrder(string condition, string message) =>
        Stage.Refused(() => s_storms.Query("T | where " + condition)).Message.ShouldContain(message);

    [Theory]
    [InlineData("T | order by D", "'order by' takes no key of type dynamic")]
    [InlineData("T | sort by A, D asc", "'order by' takes no key of type dynamic")]
    [InlineData("T | summarize count() by A, D", "'summarize ... by' takes no key of type dynamic")]
    public void ADynamicIsNoKey(string query, string message) =>
        Stage.Refused(() => Stage.WithTable("A:int, D:dynamic").Query(query)).Message.ShouldContain(message);

    [Fact]
    public void AParameterOfAnotherTypeIsRefused() =>
        Stage.Refused(() => s_storms.Query("declare query_parameters(p:long); print p", """{"p":"'x'"}"""))
            .Message.ShouldContain("is of type long and was given string");

    [Fact]
    public void ARowOlderThanAColumnHasNullThere()
    {
        Stage stage = Stage.WithTable("A:int").Ingest("1\n");
        stage.Run(".alter-merge table T (S:string, D:dynamic)");
        stage.Ingest("2,x,[]\n").Query("T").ShouldBe("[1,\"\",null]\n[2,\"x\",[]]");
    }
}
