namespace Kusto.Typed.Benchmarks.Rows;

/// <summary>Distinct rows, the same in every run: with few of them the processor would learn the strings' lengths.</summary>
internal static class SomeRows
{
    public static StormEvent[] StormEvents(int count)
    {
        SomeStorms storms = new(seed: 2007);
        return [.. Enumerable.Range(0, count).Select(storms.Next)];
    }

    /// <summary>The same storms, with the summary as an object.</summary>
    public static StormObject[] StormObjects(int count) =>
        [.. StormEvents(count).Select(row => new StormObject
        {
            StartTime = row.StartTime,
            EndTime = row.EndTime,
            EpisodeId = row.EpisodeId,
            EventId = row.EventId,
            State = row.State,
            EventType = row.EventType,
            DamageProperty = row.DamageProperty,
            BeginLat = row.BeginLat,
            BeginLon = row.BeginLon,
            EventNarrative = row.EventNarrative,
            StormSummary = SomeStorms.Summary(row),
        })];

    public static Telemetry[] Telemetry(int count)
    {
        Random random = new(2026);
        DateTime start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return
        [
            .. Enumerable.Range(0, count).Select(number => new Telemetry
            {
                At = start.AddTicks(random.NextInt64(TimeSpan.TicksPerDay * 30)),
                Device = Guid.Parse($"{random.Next():x8}-9f1e-4a7b-8f0a-{random.NextInt64(1L << 47):x12}"),
                Site = $"plant-{random.Next(40)}",
                Sensor = new string(random.Next(2) == 0 ? "temperature" : "rpm"),
                Value = Math.Round(random.NextDouble() * 100, 2),
                Low = Math.Round(random.NextDouble() * 10, 3),
                High = random.Next(100, 200),
                Quality = random.Next(4),
                Sequence = number,
                Ok = random.Next(20) != 0,
            }),
        ];
    }
}
