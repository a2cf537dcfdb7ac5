namespace Kusto.Typed.Generator;

/// <summary>The names by which the generator knows the library's types and the platform's.</summary>
internal static class KnownNames
{
    public const string KustoTable = "Kusto.Typed.KustoTableAttribute";
    public const string KustoColumn = "Kusto.Typed.KustoColumnAttribute";
    public const string KustoIgnore = "Kusto.Typed.KustoIgnoreAttribute";
    public const string KustoStreamingIngestion = "Kusto.Typed.KustoStreamingIngestionAttribute";
    public const string JsonSerializable = "System.Text.Json.Serialization.JsonSerializableAttribute";
    public const string JsonSerializerContext = "System.Text.Json.Serialization.JsonSerializerContext";
    public const string SetsRequiredMembers = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";
    public const string DisallowNull = "System.Diagnostics.CodeAnalysis.DisallowNullAttribute";
    public const string Obsolete = "System.ObsoleteAttribute";
    public const string RootNamespaceOption = "build_property.RootNamespace";
    public const string Tables = "KustoTables";
}
