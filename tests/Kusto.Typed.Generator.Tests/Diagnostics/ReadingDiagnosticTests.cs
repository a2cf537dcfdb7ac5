using Kusto.Typed.Generator.Diagnostics;
using static Kusto.Typed.Generator.Tests.Testing.Generation;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.Generator.Tests.Diagnostics;

public sealed class ReadingDiagnosticTests
{
    [Fact]
    public void PropertyThatNothingSetsIsRejected() =>
        Generate(Row("public int Id { get; init; }\npublic int {|KT0009:Count|} { get; }"))
            .ShouldReport(DiagnosticDescriptors.NotReadable, "'Count' cannot be set", "init accessor");

    [Fact]
    public void PropertyWhoseSetterIsTheBaseTypesOwnIsRejected() =>
        Generate(InWeather(
            """
            public class Observation { public int {|KT0009:Id|} { get; private set; } }
            [KustoTable]
            public partial class Storm : Observation { public int Count { get; set; } }
            """))
            .ShouldReport(DiagnosticDescriptors.NotReadable, "'Id' cannot be set");

    [Fact]
    public void ConstructorWhoseParameterIsNoColumnIsRejected() =>
        Generate(InWeather(
            """
            [KustoTable]
            public partial class Storm
            {
                public Storm(int {|KT0009:number|}) => Id = number;
                public int Id { get; set; }
            }
            """))
            .ShouldReport(DiagnosticDescriptors.NotReadable, "'Storm' cannot be made", "'number'");

    [Fact]
    public void ConstructorWhoseParameterIsOfAnotherTypeIsRejected() =>
        Generate(InWeather(
            """
            [KustoTable]
            public partial class Storm
            {
                public Storm(long {|KT0009:id|}) => Id = (int)id;
                public int Id { get; set; }
            }
            """))
            .ShouldReport(DiagnosticDescriptors.NotReadable, "'id'");

    [Fact]
    public void RequiredMemberThatIsNoColumnIsRejected() =>
        Generate(Row("public int Id { get; init; }\n[KustoIgnore] public required string {|KT0009:Tag|} { get; init; }"))
            .ShouldReport(DiagnosticDescriptors.NotReadable, "'Tag' is required and no column");

    [Fact]
    public void RequiredFieldIsRejected() =>
        Generate(Row("public int Id { get; init; }\npublic required string {|KT0009:Tag|};"))
            .ShouldReport(DiagnosticDescriptors.NotReadable, "'Tag' is required and no column");
}
