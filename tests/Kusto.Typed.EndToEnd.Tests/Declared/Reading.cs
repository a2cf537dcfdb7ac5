namespace Kusto.Typed.EndToEnd.Tests.Declared;

/// <summary>What a station has measured.</summary>
[KustoTable("Readings", Naming = KustoNaming.SnakeCase, DateTimeKind = KustoDateTimeKind.Utc)]
[KustoStreamingIngestion(HintAllocatedRate = 0.5)]
[KustoIngestionBatching(MaximumBatchingTimeSpan = "30s", MaximumNumberOfItems = 100)]
[KustoRetention("365d", Recoverability = true)]
[KustoCaching("31d")]
[KustoPartitioning(HashKey = nameof(Station), RangeKey = nameof(At))]
[KustoRowOrder(nameof(Station), nameof(At) + " desc")]
[KustoAutoDelete("2099-01-01")]
[KustoFilledColumn("environment", Value = "it's \"test\"")]
[KustoFilledColumn("version", Value = "2", Type = KustoType.Int)]
[KustoFilledColumn("line", Transform = KustoTransform.SourceLineNumber)]
public sealed partial record Reading
{
    /// <summary>When it was measured, in UTC.</summary>
    public required DateTime At { get; init; }

    [KustoColumn("station", Order = -1)]
    public required string Station { get; init; }

    [KustoColumn(Transform = KustoTransform.DateTimeFromUnixMilliseconds)]
    public long? SentAt { get; init; }

    [KustoConverter(typeof(CelsiusConverter))]
    public Temperature? OutsideTemperature { get; init; }

    [KustoFlatten]
    public Position? Position { get; init; }

    [KustoFlatten(Prefix = "wind_")]
    public required Wind Wind { get; init; }

    [KustoColumn(Encoding = KustoEncoding.BigObject)]
    public string Log { get; init; } = "";

    [KustoColumn(Encoding = KustoEncoding.Vector16)]
    public float[] Spectrum { get; init; } = [];

    [KustoColumn(NaN = KustoNaN.Null)]
    public double? Pressure { get; init; }
}

public readonly record struct Temperature(double Kelvin);

public sealed record Position(double Lat, double Lon);

public sealed record Wind(int Speed, [property: KustoFlatten] Gust? Gust);

public sealed record Gust(int Speed, TimeSpan After);

public sealed class CelsiusConverter : IKustoConverter<Temperature, double>
{
    public static double ToField(Temperature value) => value.Kelvin - 273.15;

    public static Temperature FromField(double field) => new(field + 273.15);
}
