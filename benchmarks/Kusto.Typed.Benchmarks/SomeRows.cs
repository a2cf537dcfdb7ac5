namespace Kusto.Typed.Benchmarks;

/// <summary>Distinct rows, the same in every run: with few of them the processor would learn the strings' lengths.</summary>
internal static class SomeRows
{
    private static readonly string[] s_words =
        ["storm", "damage", "trees", "reported", "a", "the", "County", "north of", "winds, gusting", "inches", "roof", "power lines"];

    public static StormEvent[] StormEvents(int count)
    {
        Random random = new(2007);
        return [.. Enumerable.Range(0, count).Select(number => StormEvent(random, number))];
    }

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
                Sensor = random.Next(2) == 0 ? "temperature" : "rpm",
                Value = Math.Round(random.NextDouble() * 100, 2),
                Low = Math.Round(random.NextDouble() * 10, 3),
                High = random.Next(100, 200),
                Quality = random.Next(4),
                Sequence = number,
                Ok = random.Next(20) != 0,
            }),
        ];
    }

    private static StormEvent StormEvent(Random random, int number)
    {
        DateTime start = new DateTime(2007, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(500_000));
        return new StormEvent
        {
            StartTime = start,
            EndTime = start.AddMinutes(random.Next(600)),
            EpisodeId = 1000 + (number / 5),
            EventId = 5000 + number,
            State = random.Next(2) == 0 ? "TEXAS" : "NEW HAMPSHIRE",
            EventType = random.Next(2) == 0 ? "Thunderstorm Wind" : "Hail",
            DeathsDirect = random.Next(100) == 0 ? 1 : 0,
            DamageProperty = random.Next(5) * 1000,
            DamageCrops = random.Next(1000),
            Source = "Trained Spotter",
            BeginLocation = Words(random, 2),
            EndLocation = Words(random, 2),
            BeginLat = Math.Round(25 + (random.NextDouble() * 20), 4),
            BeginLon = Math.Round(-70 - (random.NextDouble() * 50), 4),
            EndLat = random.Next(2) == 0 ? null : Math.Round(25 + (random.NextDouble() * 20), 4),
            EndLon = random.Next(2) == 0 ? null : Math.Round(-70 - (random.NextDouble() * 50), 4),
            EpisodeNarrative = Words(random, 30 + random.Next(30)),
            EventNarrative = Words(random, 10 + random.Next(30)),
            StormSummary = $$$"""{"TotalDamages":{{{number}}},"Details":{"Description":"{{{Words(random, 3).Replace('"', '\'')}}}","Location":"TEXAS","Source":"Public"},"StartTime":"{{{start:s}}}Z","EndTime":"{{{start:s}}}Z"}""",
        };
    }

    private static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(random)));

    // People who write down storms quote somebody now and then.
    private static string Word(Random random) =>
        random.Next(200) == 0 ? "\"severe\"" : s_words[random.Next(s_words.Length)];
}
