namespace Kusto.Typed.Benchmarks.Generator;

/// <summary>What a generator took of a compiler, run by run.</summary>
internal sealed class GeneratorCosts
{
    /// <summary>Milliseconds of CPU for a first run.</summary>
    public List<double> Cold { get; } = [];

    /// <summary>Milliseconds of CPU for compiling what it made.</summary>
    public List<double> Compiling { get; } = [];

    /// <summary>Milliseconds of the clock for a run after an edit elsewhere.</summary>
    public List<double> Keystrokes { get; } = [];

    /// <summary>Bytes that the driver keeps from run to run: what it generated and what it compares with.</summary>
    public List<double> KeptBytes { get; } = [];

    public void Add(GeneratorCosts other)
    {
        Cold.AddRange(other.Cold);
        Compiling.AddRange(other.Compiling);
        Keystrokes.AddRange(other.Keystrokes);
        KeptBytes.AddRange(other.KeptBytes);
    }
}
