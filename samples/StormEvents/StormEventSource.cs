namespace Weather;

/// <summary>
/// Makes storms up, always the same ones: with the quotes, commas, line ends and accents that real ones have.
/// </summary>
internal static class StormEventSource
{
    private static readonly string[] s_states = ["TEXAS", "KANSAS", "FLORIDA", "NEW YORK", "HAWAI‘I", "GUAM"];

    private static readonly string[] s_types =
        ["Hail", "Thunderstorm Wind", "Flood", "Tornado", "Winter Storm", "Marine High Wind"];

    private static readonly string[] s_sources = ["Trained Spotter", "Law Enforcement", "Newspaper, weekly", "", "COOP"];

    private static readonly string[] s_places = ["SALT LAKE, N", "Cañon City", "\"THE POINT\"", "Ōpaekaʻa", "", "St. Paul"];

    private static readonly string[] s_sentences =
    [
        "Hail the size of golf balls, 1.75\" across, broke windows.",
        "Winds of 60 mph, gusting higher, brought trees down;\nno one was hurt.",
        "The sheriff said: \"Stay off County Road 12\".\r\nMost people did.",
        "Se inundó la Cañada; el agua subió 3 ½ pies. 🌊",
        "A brief tornado, rated EF0, stayed over open fields.",
        "Snow fell at two inches an hour, so the interstate was closed from noon until well after midnight.",
    ];

    /// <summary>The first storms of an endless list, one at a time: no list of them is ever in memory.</summary>
    public static IEnumerable<StormEvent> Take(int count)
    {
        Random random = new(20070901);
        DateTime start = new(2007, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (int index = 0; index < count; index++)
        {
            start = start.AddMinutes(random.Next(1, 30));
            yield return Next(random, start, index);
        }
    }

    private static StormEvent Next(Random random, DateTime start, int index)
    {
        DateTime end = start.AddTicks(random.NextInt64(TimeSpan.TicksPerHour * 6));
        bool located = random.Next(4) > 0;
        int damage = random.Next(3) == 0 ? random.Next(1_000_000) : 0;
        string narrative = Narrative(random);
        string place = Pick(random, s_places);
        return new StormEvent
        {
            StartTime = start,
            EndTime = end,
            EpisodeId = 1000 + (index / 7),
            EventId = 10_000 + index,
            State = Pick(random, s_states),
            EventType = Pick(random, s_types),
            InjuriesDirect = random.Next(20) == 0 ? random.Next(9) : 0,
            DeathsDirect = random.Next(200) == 0 ? 1 : 0,
            DamageProperty = damage,
            DamageCrops = random.Next(10) == 0 ? random.Next(50_000) : 0,
            Source = Pick(random, s_sources),
            BeginLocation = place,
            EndLocation = Pick(random, s_places),
            BeginLat = located ? Degrees(random, 25, 49) : null,
            BeginLon = located ? Degrees(random, -124, -67) : null,
            EndLat = located ? Degrees(random, 25, 49) : null,
            EndLon = located ? Degrees(random, -124, -67) : null,
            EpisodeNarrative = random.Next(5) == 0 ? null : Narrative(random),
            EventNarrative = narrative,
            StormSummary = random.Next(10) == 0
                ? null
                : new StormSummary(damage, start, end, new StormDetails(narrative, place)),
        };
    }

    private static string Narrative(Random random) =>
        string.Join(' ', Pick(random, s_sentences), Pick(random, s_sentences), Pick(random, s_sentences));

    private static double Degrees(Random random, int least, int most) =>
        Math.Round(least + (random.NextDouble() * (most - least)), 4);

    private static string Pick(Random random, string[] texts) => texts[random.Next(texts.Length)];
}
