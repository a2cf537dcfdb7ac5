using System.Text.Json;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Tests.Query;

/// <summary>A row as generated code reads it.</summary>
internal sealed record Storm(long Id, string State, double? Lat, string Details) : IKustoRowReader<Storm>
{
    private static readonly TableSchema s_schema =
        TableSchema.Define("Storms").Long("Id").String("State").Real("Lat").Dynamic("Details").Build();

    static TableSchema IKustoRowReader<Storm>.Schema => s_schema;

    static Storm IKustoRowReader<Storm>.Read(ref KustoRecordReader record) => new(
        record.ReadInt64(0),
        record.ReadString(1),
        record.IsNull(2) ? null : record.ReadDouble(2),
        record.ReadJsonText(3));

    public string[] ToJson() =>
    [
        JsonSerializer.Serialize(Id), JsonSerializer.Serialize(State), JsonSerializer.Serialize(Lat), Details,
    ];
}
