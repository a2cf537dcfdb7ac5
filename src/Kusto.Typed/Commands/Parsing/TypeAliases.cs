namespace Kusto.Typed.Commands.Parsing;

/// <summary>The names that Kusto takes for its types besides the canonical ones, and the .NET names of older answers.</summary>
/// <remarks>An alias changes no range: <c>uint32</c> is a signed 32-bit integer.</remarks>
public static class TypeAliases
{
    /// <summary>The canonical name, such as <c>long</c> for <c>int64</c> or <c>System.Int64</c>.</summary>
    /// <returns>The name as it is where it is none that Kusto knows.</returns>
    public static string ToCanonical(string name) => name switch
    {
        "boolean" or "System.SByte" or "System.Boolean" => "bool",
        "date" or "System.DateTime" => "datetime",
        "System.Data.SqlTypes.SqlDecimal" => "decimal",
        "System.Object" => "dynamic",
        "uuid" or "uniqueid" or "System.Guid" => "guid",
        "int32" or "uint" or "uint32" or "int16" or "uint16" or "int8" or "uint8" or "System.Int32" => "int",
        "int64" or "ulong" or "uint64" or "System.Int64" => "long",
        "double" or "float" or "System.Double" => "real",
        "System.String" => "string",
        "time" or "System.TimeSpan" => "timespan",
        _ => name,
    };
}
