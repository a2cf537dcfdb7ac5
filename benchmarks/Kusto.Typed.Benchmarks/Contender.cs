namespace Kusto.Typed.Benchmarks;

/// <summary>One of the ways from rows to bytes.</summary>
/// <param name="Key">How it is called in the names of figures.</param>
/// <param name="Name">How it is called in a table.</param>
/// <param name="Write">Writes all rows to the stream.</param>
internal sealed record Contender<TRow>(string Key, string Name, Action<TRow[], Stream> Write)
{
    /// <summary>Nanoseconds a row, of the rounds that counted.</summary>
    public List<double> Nanoseconds { get; } = [];

    public double Best => Nanoseconds.Min();

    public double Median => Nanoseconds.Order().ElementAt(Nanoseconds.Count / 2);
}
