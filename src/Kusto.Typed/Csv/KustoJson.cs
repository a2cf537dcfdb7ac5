using System.ComponentModel;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kusto.Typed.Csv;

/// <summary>Finds how the user's JSON context writes a type. What generated code calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KustoJson
{
    /// <summary>The context's metadata of a type.</summary>
    /// <exception cref="InvalidOperationException">The context has none of this type.</exception>
    public static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
            ?? throw new InvalidOperationException(
                $"The JSON context {context.GetType()} has no metadata of {typeof(T)}, by which a dynamic column is "
                + $"written; add [JsonSerializable(typeof({typeof(T)}))] to the context.");
    }
}
