namespace Kusto.Typed.Local;

/// <summary>A fault that a share of the requests meets, chosen by a seed.</summary>
public sealed class LocalFaultRule
{
    private readonly double _probability;
    private readonly Random _random;
    private int _fired;

    internal LocalFaultRule(LocalFault fault, double probability, int seed)
    {
        Fault = fault;
        _probability = probability;
        _random = new Random(seed);
    }

    /// <summary>The fault.</summary>
    public LocalFault Fault { get; }

    /// <summary>How many requests have met it so far.</summary>
    public int Fired => Volatile.Read(ref _fired);

    internal bool Chooses() => _random.NextDouble() < _probability;

    internal LocalFault Fire()
    {
        Interlocked.Increment(ref _fired);
        return Fault;
    }
}
