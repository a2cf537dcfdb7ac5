using static Kusto.Typed.CodeFixes.Tests.Testing.FixRun;
using static Kusto.Typed.Generator.Tests.Testing.Sources;

namespace Kusto.Typed.CodeFixes.Tests;

public sealed class RemoveColumnTypeTests
{
    [Theory]
    [InlineData("[KustoColumn(\"N\", Type = KustoType.Int)] public long Bytes", "[KustoColumn(\"N\")] public long Bytes")]
    [InlineData("[KustoColumn(Type = KustoType.Int, DocString = \"d\")] public long Bytes", "[KustoColumn(DocString = \"d\")] public long Bytes")]
    [InlineData("[KustoColumn(Type = KustoType.Int)] public long Bytes", "public long Bytes")]
    [InlineData("[KustoColumn(Type = KustoType.Int)]\n    public long Bytes", "public long Bytes")]
    [InlineData("// Of the file.\n    [KustoColumn(Type = KustoType.Int)]\n    [Obsolete]\n    public long Bytes", "// Of the file.\n    [Obsolete]\n    public long Bytes")]
    [InlineData("[Obsolete, KustoColumn(Type = KustoType.Int)] public long Bytes", "[Obsolete] public long Bytes")]
    public Task TypeIsRemovedWithWhatHeldNothingElse(string from, string to) =>
        Fixing(Row($"    {from} {{ get; init; }}"))
            .ShouldBecomeAsync("KT0008", "Remove Type", Row($"    {to} {{ get; init; }}"));

    [Fact]
    public Task TypeOfAParameterIsRemoved() =>
        Fixing(InWeather("[KustoTable]\npublic partial record Storm(int Id, [property: KustoColumn(Type = KustoType.Int)] long Bytes);"))
            .ShouldBecomeAsync("KT0008", "Remove Type", InWeather("[KustoTable]\npublic partial record Storm(int Id, long Bytes);"));

    [Fact]
    public Task AllTypesAreRemovedAtOnce() =>
        Fixing(Row("    [KustoColumn(Type = KustoType.Int)]\n    public long Bytes { get; init; }\n    [KustoColumn(\"b\", Type = KustoType.Guid)]\n    public int Id { get; init; }"))
            .ShouldBecomeEverywhereAsync(
                "KT0008", "Remove Type", Row("    public long Bytes { get; init; }\n    [KustoColumn(\"b\")]\n    public int Id { get; init; }"));
}
