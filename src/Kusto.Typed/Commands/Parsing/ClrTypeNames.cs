namespace Kusto.Typed.Commands.Parsing;

/// <summary>The .NET names by which the service's schema calls its types where it does not give its own.</summary>
internal static class ClrTypeNames
{
    /// <returns>Kusto's name; the name as it is where it is none of these.</returns>
    public static string ToKusto(string name) => name switch
    {
        "System.SByte" or "System.Boolean" => "bool",
        "System.DateTime" => "datetime",
        "System.Data.SqlTypes.SqlDecimal" => "decimal",
        "System.Object" => "dynamic",
        "System.Guid" => "guid",
        "System.Int32" => "int",
        "System.Int64" => "long",
        "System.Double" => "real",
        "System.String" => "string",
        "System.TimeSpan" => "timespan",
        _ => name,
    };
}
