using System.Data.SqlTypes;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Kusto.Typed.EndToEnd.Tests.RoundTrip;

/// <summary>Rows of <see cref="EveryType"/>: the edges of every type first, then random values.</summary>
internal static class EveryTypeValues
{
    private const int Samples = 120;

    private static readonly string[] s_texts =
    [
        "", " ", "a", ",", "\"", "\"\"", "\r", "\n", "\r\n", "\t", " leading", "trailing ", "\uFEFFbom", "null", "NULL",
        "a,b", "say \"hi\", then\r\nleave", "naïve café", "漢字", "🌊🌊", "e\u0301", "\u2028", "\u0085", "\0", "\\", "\\N", "''",
        new string('x', 31) + ",", new string('y', 32), new string('z', 33), new string('"', 40), new string('é', 5000),
        "İıŞş", "#comment", "//comment", "=1+1", "12:00", "1.5", "true", "{\"a\":1}", "[1,2]",
    ];

    private static readonly string[] s_json =
    [
        "null", "true", "false", "0", "-1", "9223372036854775807", "-9223372036854775808", "1.5", "1E+30", "\"\"",
        "\"text, with \\\"quotes\\\" and \\n line ends\"", "[]", "{}", "[1,[2,[3]]]", "{\"a\":{\"b\":[null,true,\"ü\"]},\"c\":\"🌊\"}",
        "\"12\"", "\"true\"", "\"2026-01-31T00:00:00Z\"",
    ];

    /// <summary>The rows; the same for the same seed.</summary>
    public static IReadOnlyList<EveryType> Rows(ulong seed)
    {
        Columns columns = new(seed);
        return [.. Enumerable.Range(0, columns.Longest).Select(columns.Row)];
    }

    private sealed class Columns
    {
        private readonly ulong _seed;
        private readonly bool[] _bools = [false, true];
        private readonly byte[] _bytes;
        private readonly sbyte[] _sbytes;
        private readonly short[] _shorts;
        private readonly ushort[] _ushorts;
        private readonly int[] _ints;
        private readonly uint[] _uints;
        private readonly long[] _longs;
        private readonly ulong[] _ulongs;
        private readonly Half[] _halves;
        private readonly float[] _floats;
        private readonly double[] _doubles;
        private readonly decimal[] _decimals;
        private readonly SqlDecimal[] _sqlDecimals;
        private readonly char[] _chars;
        private readonly string[] _strings;
        private readonly Rune[] _runes;
        private readonly DateTime[] _dateTimes;
        private readonly DateTimeOffset[] _offsets;
        private readonly DateOnly[] _dates;
        private readonly TimeOnly[] _times;
        private readonly TimeSpan[] _spans;
        private readonly Guid[] _guids;
        private readonly Uri[] _uris;
        private readonly Version[] _versions;
        private readonly IPAddress[] _addresses;
        private readonly Shade[] _shades = [Shade.Dark, Shade.None, Shade.Grün, Shade.Light, (Shade)12345];
        private readonly Weekdays[] _weekdays =
            [Weekdays.None, Weekdays.Sunday, Weekdays.Monday | Weekdays.Wednesday, (Weekdays)255];

        private readonly byte[][] _blobs;
        private readonly float[][] _floatArrays;
        private readonly double[][] _doubleArrays;

        public Columns(ulong seed)
        {
            _seed = seed;
            _bytes = [byte.MinValue, byte.MaxValue, .. Random<byte>()];
            _sbytes = [sbyte.MinValue, -1, sbyte.MaxValue, .. Random<sbyte>()];
            _shorts = [short.MinValue, 0, short.MaxValue, .. Random<short>()];
            _ushorts = [ushort.MinValue, ushort.MaxValue, .. Random<ushort>()];
            _ints = [int.MinValue, -1, 0, int.MaxValue, .. Random<int>()];
            _uints = [uint.MinValue, uint.MaxValue, .. Random<uint>()];
            _longs = [long.MinValue, -1, 0, long.MaxValue, 1L << 53, (1L << 53) + 1, .. Random<long>()];
            _ulongs = [ulong.MinValue, ulong.MaxValue, long.MaxValue, (ulong)long.MaxValue + 1, .. Random<ulong>()];
            _halves = [Half.MinValue, Half.MaxValue, Half.Epsilon, (Half)0.1, Half.NaN, Half.PositiveInfinity, Half.NegativeInfinity, .. Random<float>().Select(number => (Half)number)];
            _floats = [float.MinValue, float.MaxValue, float.Epsilon, 0.1f, 0, float.NaN, float.PositiveInfinity, float.NegativeInfinity, .. Random<float>()];
            _doubles =
            [
                double.MinValue, double.MaxValue, double.Epsilon, 0.1, 1e-7, 1e16, 1e21, 1 / 3.0, 0, double.NaN,
                double.PositiveInfinity, double.NegativeInfinity, 5e-324, 2.2250738585072014E-308, .. Random<double>(),
            ];
            _decimals =
            [
                decimal.MinValue, decimal.MaxValue, decimal.Zero, 19.90m, -0.0000000000000000000000000001m,
                7.9228162514264337593543950335m, .. Random<decimal>(),
            ];
            _sqlDecimals =
            [
                SqlDecimal.MaxValue, SqlDecimal.MinValue, new SqlDecimal(38, 38, true, -1, -1, 0, 0), new SqlDecimal(0),
                SqlDecimal.Parse("-0.00000000000000000000000000000000000001"), .. _decimals.Select(number => new SqlDecimal(number)),
            ];
            _chars = ['a', ',', '"', ' ', '\n', '\r', '\t', '\uFEFF', '漢', '\0', .. Random<char>().Where(c => !char.IsSurrogate(c))];
            _strings = [.. s_texts, .. Random<string>().Where(text => text is not null && Valid(text))];
            _runes = [new Rune(','), new Rune('"'), new Rune(' '), new Rune(0x1F30A), new Rune('ß')];
            _dateTimes =
            [
                DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
                DateTime.MinValue, DateTime.MaxValue, DateTime.UnixEpoch, DateTime.UnixEpoch.AddTicks(1),
                new DateTime(2026, 3, 29, 2, 30, 0, DateTimeKind.Local), new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Local).AddTicks(1234567),
                .. Random<DateTime>(),
            ];
            _offsets =
            [
                DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new DateTimeOffset(2026, 1, 31, 8, 15, 0, TimeSpan.FromMinutes(-210)).AddTicks(1),
                .. Random<DateTimeOffset>(),
            ];
            _dates = [DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2024, 2, 29), .. Random<DateTime>().Select(DateOnly.FromDateTime)];
            _times = [TimeOnly.MinValue, TimeOnly.MaxValue, new TimeOnly(8, 15, 0), .. Random<DateTime>().Select(TimeOnly.FromDateTime)];
            _spans = [TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromTicks(-20020002), new TimeSpan(1, 2, 3, 4, 500), .. Random<TimeSpan>()];
            _guids = [Guid.Empty, new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff"), .. Random<Guid>()];
            _uris = [new Uri("https://example.org/a,b?q=%22x%22#ü"), new Uri("relative/path", UriKind.Relative), new Uri("http://[::1]:80/")];
            _versions = [new Version(1, 2), new Version(1, 2, 3), new Version(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)];
            _addresses = [IPAddress.Any, IPAddress.Broadcast, IPAddress.IPv6Loopback, IPAddress.Parse("fe80::1%3"), IPAddress.Parse("2001:db8::ff00:42:8329")];
            _blobs = [[], [0], [255, 254, 253], .. Random<byte[]>().Where(bytes => bytes is not null)];
            _floatArrays = [[], [0.1f, -2, 3.5f], [float.MaxValue, float.Epsilon], .. Random<float[]>().Where(all => all is not null && all.All(float.IsFinite))];
            _doubleArrays = [[], [0.1, -2, 3.5], [double.MaxValue, double.Epsilon], .. Random<double[]>().Where(all => all is not null && all.All(double.IsFinite))];
        }

        public int Longest => _strings.Length + _doubles.Length;

        public EveryType Row(int row) => new()
        {
            Row = row,
            Bool = At(_bools, row),
            BoolOrNull = OrNull(_bools, row),
            Byte = At(_bytes, row),
            ByteOrNull = OrNull(_bytes, row),
            SByte = At(_sbytes, row),
            SByteOrNull = OrNull(_sbytes, row),
            Short = At(_shorts, row),
            ShortOrNull = OrNull(_shorts, row),
            UShort = At(_ushorts, row),
            UShortOrNull = OrNull(_ushorts, row),
            Int = At(_ints, row),
            IntOrNull = OrNull(_ints, row),
            UInt = At(_uints, row),
            UIntOrNull = OrNull(_uints, row),
            Long = At(_longs, row),
            LongOrNull = OrNull(_longs, row),
            ULong = At(_ulongs, row),
            ULongOrNull = OrNull(_ulongs, row),
            ULongAsLong = At(_ulongs, row) & long.MaxValue,
            ULongAsLongOrNull = OrNull(_ulongs, row) & long.MaxValue,
            Half = At(_halves, row),
            HalfOrNull = OrNull(_halves, row),
            Float = At(_floats, row),
            FloatOrNull = OrNull(_floats, row),
            Double = At(_doubles, row),
            DoubleOrNull = OrNull(_doubles, row),
            Decimal = At(_decimals, row),
            DecimalOrNull = OrNull(_decimals, row),
            SqlDecimalOrNull = OrNull(_sqlDecimals, row),
            Char = At(_chars, row),
            CharOrNull = OrNull(_chars, row),
            String = At(_strings, row),
            StringOrNull = ObjectOrNull(_strings, row),
            Rune = At(_runes, row),
            RuneOrNull = OrNull(_runes, row),
            DateTime = At(_dateTimes, row),
            DateTimeOrNull = OrNull(_dateTimes, row),
            DateTimeOffset = At(_offsets, row),
            DateTimeOffsetOrNull = OrNull(_offsets, row),
            DateOnly = At(_dates, row),
            DateOnlyOrNull = OrNull(_dates, row),
            TimeOnly = At(_times, row),
            TimeOnlyOrNull = OrNull(_times, row),
            TimeSpan = At(_spans, row),
            TimeSpanOrNull = OrNull(_spans, row),
            Guid = At(_guids, row),
            GuidOrNull = OrNull(_guids, row),
            UriOrNull = ObjectOrNull(_uris, row),
            VersionOrNull = ObjectOrNull(_versions, row),
            AddressOrNull = ObjectOrNull(_addresses, row),
            Flags = At(_weekdays, row),
            Enum = At(_shades, row),
            EnumOrNull = OrNull(_shades, row),
            EnumAsInt = At(_shades, row),
            EnumAsLongOrNull = OrNull(_shades, row),
            Bytes = At(_blobs, row),
            BytesOrNull = ObjectOrNull(_blobs, row),
            Memory = At(_blobs, row + 1),
            Element = JsonDocument.Parse(At(s_json, row)).RootElement,
            ElementOrNull = row % 5 == 0 ? null : JsonDocument.Parse(At(s_json, row)).RootElement,
            NodeOrNull = row % 5 == 0 ? null : JsonNode.Parse(At(s_json, row)),
            DocumentOrNull = row % 5 == 0 ? null : JsonDocument.Parse(At(s_json, row)),
            FloatsOrNull = ObjectOrNull(_floatArrays, row),
            Doubles = At(_doubleArrays, row),
            FloatMemory = At(_floatArrays, row),
            DoubleMemoryOrNull = row % 5 == 0 ? null : At(_doubleArrays, row).AsMemory(),
            JsonTextOrNull = ObjectOrNull(s_json, row),
            ListOrNull = row % 5 == 0 ? null : [At(_strings, row), At(_strings, row + 1)],
            DictionaryOrNull = row % 5 == 0 ? null : new() { [At(_strings, row)] = At(_longs, row), ["k"] = row },
            SetOrNull = row % 5 == 0 ? null : [At(_ints, row), At(_ints, row + 1)],
            NestedOrNull = row % 5 == 0 ? null : Nest(row),
            NestedValue = new NestedValue(row, At(_strings, row)),
            NestedValueOrNull = row % 5 == 0 ? null : new NestedValue(row, null),
        };

        private static bool Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

        private static T At<T>(T[] values, int row) => values[row % values.Length];

        // One in five is null, and each value is met beside other nulls.
        private static T? OrNull<T>(T[] values, int row)
            where T : struct =>
            row % 5 == 0 ? null : At(values, row);

        private static T? ObjectOrNull<T>(T[] values, int row)
            where T : class =>
            row % 5 == 0 ? null : At(values, row);

        private Nested Nest(int row)
        {
            double number = At(_doubles, row);
            return new Nested(At(_strings, row), double.IsFinite(number) ? number : null, [row, -row], new Nested("", null, [], null));
        }

        private IEnumerable<T> Random<T>() =>
            ArbMap.Default.GeneratorFor<T>().Sample(50, new Rnd(_seed), Samples);
    }
}
