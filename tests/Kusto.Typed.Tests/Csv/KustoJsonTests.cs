using System.Text.Json.Serialization;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Tests.Csv;

public sealed partial class KustoJsonTests
{
    [Fact]
    public void MetadataIsTheContextsOwn() =>
        KustoJson.TypeInfo<Storm>(StormJson.Default).ShouldBeSameAs(StormJson.Default.Storm);

    [Fact]
    public void MissingTypeIsNamedWithWhatToAdd() =>
        Should.Throw<InvalidOperationException>(() => KustoJson.TypeInfo<Calm>(StormJson.Default)).Message
            .ShouldSatisfyAllConditions(
                message => message.ShouldContain(typeof(StormJson).FullName!),
                message => message.ShouldContain($"[JsonSerializable(typeof({typeof(Calm)}))]"));

    internal sealed record Storm(int Id);

    internal sealed record Calm(int Id);

    [JsonSerializable(typeof(Storm))]
    internal sealed partial class StormJson : JsonSerializerContext;
}
