using System.Text;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Query;

/// <summary>One field of a result as the value that a caller asks for.</summary>
internal static class ScalarText
{
    public static bool Knows(Type type) =>
        Underlying(type) is { } known
        && (known == typeof(string) || known == typeof(bool) || known == typeof(int) || known == typeof(long)
            || known == typeof(double) || known == typeof(decimal) || known == typeof(DateTime)
            || known == typeof(TimeSpan) || known == typeof(Guid));

    /// <returns>Null where the text is no value of the type.</returns>
    public static object? Read(ReadOnlySpan<byte> text, Type type)
    {
        Type known = Underlying(type);
        return known switch
        {
            _ when known == typeof(string) => Encoding.UTF8.GetString(text),
            _ when known == typeof(bool) => FieldText.TryReadBoolean(text, out bool value) ? value : null,
            _ when known == typeof(int) => FieldText.TryReadNumber(text, out int value) ? value : null,
            _ when known == typeof(long) => FieldText.TryReadNumber(text, out long value) ? value : null,
            _ when known == typeof(double) => FieldText.TryReadNumber(text, out double value) ? value : null,
            _ when known == typeof(decimal) => FieldText.TryReadDecimal(text, out decimal value) ? value : null,
            _ when known == typeof(DateTime) => FieldText.TryReadDateTime(text, out DateTime value) ? value : null,
            _ when known == typeof(TimeSpan) => FieldText.TryReadTimeSpan(text, out TimeSpan value) ? value : null,
            _ => FieldText.TryReadGuid(text, out Guid value) ? value : null,
        };
    }

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
