using System.Globalization;
using System.Text;

namespace Kusto.Typed.Benchmarks.Rows;

/// <summary>Storms as they are written down: many states and kinds, places or none, prose with a comma now and then.</summary>
/// <remarks>Each string is one of its own, as it is when rows come from a file or over a network.</remarks>
internal sealed class SomeStorms(int seed)
{
    private const int HalfSentence = 35;
    private static readonly DateTime s_year = new(2007, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly Random _random = new(seed);

    public StormEvent Next(int number)
    {
        DateTime start = s_year.AddMinutes(_random.Next(500_000));

        // Four in ten are seen over a whole county: they have no place.
        bool placed = _random.Next(10) < 6;
        StormEvent row = new()
        {
            StartTime = start,
            EndTime = start.AddMinutes(_random.Next(600)),
            EpisodeId = 1000 + (number / 5),
            EventId = 50_000 + number,
            State = Own(StormWords.States),
            EventType = Own(StormWords.Kinds),
            InjuriesDirect = _random.Next(50) == 0 ? _random.Next(1, 30) : 0,
            DeathsDirect = _random.Next(100) == 0 ? 1 : 0,
            DamageProperty = _random.Next(2) == 0 ? 0 : _random.Next(1, 500) * 1000,
            DamageCrops = _random.Next(10) == 0 ? _random.Next(1, 100) * 1000 : 0,
            Source = Own(StormWords.Sources),
            BeginLocation = placed ? Own(StormWords.Towns) : "",
            EndLocation = placed ? Own(StormWords.Towns) : "",
            BeginLat = placed ? Degrees(25, 20) : null,
            BeginLon = placed ? Degrees(-120, 50) : null,
            EndLat = placed ? Degrees(25, 20) : null,
            EndLon = placed ? Degrees(-120, 50) : null,
            EpisodeNarrative = Narrative(120 + _random.Next(300)),
            EventNarrative = Narrative(40 + _random.Next(240)),
        };
        row.StormSummary = Encoding.UTF8.GetString(StormSummaryConverter.Text(Summary(row)));
        return row;
    }

    /// <summary>What is in the row's JSON, as in the table that everybody knows: the narrative once more, and where.</summary>
    public static StormSummary Summary(StormEvent row) => new(
        row.DamageProperty + row.DamageCrops, row.StartTime, row.EndTime, new StormDetails(row.EventNarrative, row.State));

    private string Own(string[] texts) => new(texts[_random.Next(texts.Length)]);

    private double Degrees(int least, int range) => Math.Round(least + (_random.NextDouble() * range), 4);

    private string Narrative(int length)
    {
        StringBuilder text = new();
        do
        {
            string sentence = StormWords.Sentences[_random.Next(StormWords.Sentences.Length)];
            string town = StormWords.Towns[_random.Next(StormWords.Towns.Length)];
            text.AppendFormat(CultureInfo.InvariantCulture, sentence, _random.Next(2, 90), town).Append(' ');
        }
        while (text.Length < length - HalfSentence);

        return text.ToString(0, text.Length - 1);
    }
}
