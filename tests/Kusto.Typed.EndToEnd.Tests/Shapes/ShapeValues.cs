using System.Data.SqlTypes;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kusto.Typed.EndToEnd.Tests.Shapes;

/// <summary>Values for types that nobody knows before they are compiled.</summary>
internal sealed class ShapeValues(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>An object with a value in every property that has a setter.</summary>
    public object Row(Type type)
    {
        object row = RuntimeHelpers.GetUninitializedObject(type);
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is not null && property.GetIndexParameters().Length == 0 && Value(property.PropertyType) is { } value)
            {
                property.SetValue(row, value);
            }
        }

        return row;
    }

    /// <summary>True where a property that is no struct has nothing.</summary>
    public static bool HasNull(object row) => row.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Any(property => !property.PropertyType.IsValueType && property.GetValue(row) is null);

    // Null for what the generator does not take: it is then no column.
    private object? Value(Type type)
    {
        int number = _random.Next(1, 100);
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain != type && number < 30 => null,
            _ when plain.IsEnum => Enum.ToObject(plain, number % 2),
            _ when plain == typeof(bool) => number % 2 == 0,
            _ when plain == typeof(Half) => (Half)(number / 4.0),
            _ when plain == typeof(decimal) => number + 0.25m,
            _ when plain == typeof(char) => (char)('a' + (number % 26)),
            _ when plain.IsPrimitive && plain != typeof(nint) => Convert.ChangeType(number, plain, null),
            _ when plain == typeof(SqlDecimal) => new SqlDecimal(number),
            _ when plain == typeof(DateTime) => new DateTime(2026, 1, 1, 0, 0, number % 60, DateTimeKind.Utc),
            _ when plain == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 1, 0, 0, number % 60, TimeSpan.Zero),
            _ when plain == typeof(DateOnly) => new DateOnly(2026, 1, 1 + (number % 28)),
            _ when plain == typeof(TimeSpan) => TimeSpan.FromTicks(number * 12345L),
            _ when plain == typeof(TimeOnly) => new TimeOnly(number % 24, 5),
            _ when plain == typeof(Guid) => new Guid(number, 0, 0, new byte[8]),
            _ when plain == typeof(Rune) => new Rune('A' + (number % 26)),
            _ when plain == typeof(string) => $"a \"{number}\", b\n{(char)('à' + (number % 5))}",
            _ when plain == typeof(Uri) => new Uri($"https://example.com/{number}"),
            _ when plain == typeof(Version) => new Version(1, number),
            _ when plain == typeof(IPAddress) => IPAddress.Parse($"10.0.0.{number}"),
            _ when plain == typeof(byte[]) => new byte[] { 1, (byte)number },
            _ when plain == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>([1, (byte)number]),
            _ when plain == typeof(float[]) => new float[] { number, 0.5f },
            _ when plain == typeof(double[]) => new double[] { number, 0.25 },
            _ when plain == typeof(ReadOnlyMemory<float>) => new ReadOnlyMemory<float>([number]),
            _ when plain == typeof(ReadOnlyMemory<double>) => new ReadOnlyMemory<double>([number]),
            _ => Json(plain, number),
        };
    }

    private object? Json(Type type, int number) => type switch
    {
        _ when type == typeof(JsonElement) => JsonDocument.Parse($"[{number}]").RootElement,
        _ when type == typeof(JsonDocument) => JsonDocument.Parse($"[{number}]"),
        _ when type == typeof(JsonObject) => new JsonObject { ["n"] = number },
        _ when type == typeof(JsonArray) || type == typeof(JsonNode) => new JsonArray(number),
        _ when type == typeof(JsonValue) => JsonValue.Create(number),
        _ when type == typeof(int[]) => new[] { number },
        _ when type == typeof(Dictionary<string, int>) => new Dictionary<string, int>(StringComparer.Ordinal) { ["k"] = number },
        _ when type == typeof(IReadOnlyList<string>) => new[] { $"{number}" },
        _ when type.Namespace == "Weather" => Row(type),
        _ => null,
    };
}
