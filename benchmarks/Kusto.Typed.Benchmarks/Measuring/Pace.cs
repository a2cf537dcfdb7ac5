namespace Kusto.Typed.Benchmarks.Measuring;

/// <summary>How long contenders take turns.</summary>
/// <param name="Rounds">The turns of each that count.</param>
/// <param name="TurnMilliseconds">
/// What a turn takes at least: long enough for the clock, short enough for all to find the machine alike.
/// </param>
/// <param name="WarmUpMilliseconds">
/// What each has at least to get warm: the compiler begins its best work after a tenth of a second.
/// </param>
internal readonly record struct Pace(int Rounds, double TurnMilliseconds, double WarmUpMilliseconds)
{
    public static Pace Hot(bool quick) => quick ? new(40, 4, 400) : new(150, 5, 1000);

    // One call takes a turn and more.
    public static Pace Cold(bool quick) => quick ? new(5, 1, 1) : new(12, 1, 1);
}
