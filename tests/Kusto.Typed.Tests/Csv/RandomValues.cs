using System.Data.SqlTypes;
using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Kusto.Typed.Tests.Csv;

/// <summary>Random values over the whole range of each type, extremes far more often than chance would have them.</summary>
internal sealed class RandomValues(int seed)
{
    private static readonly double[] s_reals =
        [0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon, 1e16];

    private static readonly string[] s_pieces =
        ["", "\"", ",", "\n", "\r", "\r\n", " ", "\t", "\uFEFF", "\\", "'", "é", "日本", "😀", "\0", "\u2028", "null", "a,b"];

    private readonly Random _random = new(seed);

    /// <summary>Tries a property on many seeds, which a failure names.</summary>
    public static void ForAll(Action<RandomValues> property) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => property(new RandomValues(seed)))
            .QuickCheckThrowOnFailure();

    public T[] Many<T>(int most, Func<T> one) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => one())];

    public T? OrNull<T>(T value)
        where T : struct => _random.Next(3) == 0 ? null : value;

    public bool Bool() => _random.Next(2) == 0;

    public int Below(int limit) => _random.Next(limit);

    public ulong Bits() =>
        _random.Next(5) switch
        {
            0 => 0,
            1 => ulong.MaxValue,
            2 => (ulong)_random.NextInt64() >> _random.Next(63),
            _ => (ulong)_random.NextInt64() << 1 | (uint)_random.Next(2),
        };

    public long Long() => _random.Next(8) switch { 0 => long.MinValue, 1 => long.MaxValue, _ => (long)Bits() };

    public double Double() =>
        _random.Next(3) switch
        {
            0 => s_reals[_random.Next(s_reals.Length)],
            1 => Math.Round((_random.NextDouble() - 0.5) * 1000, _random.Next(6)),
            _ => BitConverter.Int64BitsToDouble(Long()),
        };

    public float Single() => BitConverter.Int32BitsToSingle((int)Bits());

    public Half Half() => BitConverter.Int16BitsToHalf((short)Bits());

    public decimal Decimal() => new((int)Bits(), (int)Bits(), (int)Bits(), Bool(), (byte)_random.Next(29));

    public SqlDecimal SqlDecimal()
    {
        // Below 2^126 there are 38 digits at most.
        int[] parts = [(int)Bits(), (int)Bits(), (int)Bits(), (int)Bits() & 0x3FFF_FFFF];
        return new SqlDecimal(38, (byte)_random.Next(39), Bool(), parts);
    }

    public DateTime DateTime(DateTimeKind kind)
    {
        long ticks = _random.Next(6) switch
        {
            0 => 0,
            1 => System.DateTime.MaxValue.Ticks,
            2 => _random.NextInt64(System.DateTime.MaxValue.Ticks) / System.TimeSpan.TicksPerSecond * System.TimeSpan.TicksPerSecond,
            _ => _random.NextInt64(System.DateTime.MaxValue.Ticks),
        };
        return new DateTime(ticks, kind);
    }

    public DateTimeOffset DateTimeOffset()
    {
        DateTime utc = new(_random.NextInt64(System.TimeSpan.TicksPerDay, System.DateTime.MaxValue.Ticks - System.TimeSpan.TicksPerDay));
        return new DateTimeOffset(utc, System.TimeSpan.FromMinutes(_random.Next(-14 * 60, (14 * 60) + 1)));
    }

    public TimeSpan TimeSpan() => new(Bool() ? Long() : Long() >> 24);

    public TimeOnly TimeOnly() => new(_random.NextInt64(System.TimeSpan.TicksPerDay));

    public Guid Guid()
    {
        byte[] bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    public byte[] Bytes(int most)
    {
        byte[] bytes = new byte[_random.Next(most + 1)];
        _random.NextBytes(bytes);
        return bytes;
    }

    public string String(int most = 80)
    {
        StringBuilder text = new();
        for (int length = _random.Next(most + 1); text.Length < length;)
        {
            text.Append(Bool() ? s_pieces[_random.Next(s_pieces.Length)] : Rune().ToString());
        }

        return text.ToString();
    }

    public Rune Rune()
    {
        int limit = _random.Next(4) switch { 0 => 0x11_0000, 1 => 0x1_0000, 2 => 0x250, _ => 0x7F };
        return System.Text.Rune.TryCreate(_random.Next(limit), out Rune rune) ? rune : new Rune('x');
    }

    public IPAddress Address() => new(Bool() ? Bytes4() : Guid().ToByteArray());

    private byte[] Bytes4() => Guid().ToByteArray()[..4];
}
