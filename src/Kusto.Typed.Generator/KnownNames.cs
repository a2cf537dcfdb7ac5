namespace Kusto.Typed.Generator;

/// <summary>The names by which the generator knows the library's types and the platform's.</summary>
internal static class KnownNames
{
    public const string KustoTable = "Kusto.Typed.KustoTableAttribute";
    public const string KustoRowFor = "Kusto.Typed.KustoRowForAttribute`1";
    public const string KustoColumn = "Kusto.Typed.KustoColumnAttribute";
    public const string KustoColumnOf = "Kusto.Typed.KustoColumnOfAttribute";
    public const string KustoFilledColumn = "Kusto.Typed.KustoFilledColumnAttribute";
    public const string KustoIgnore = "Kusto.Typed.KustoIgnoreAttribute";
    public const string KustoFlatten = "Kusto.Typed.KustoFlattenAttribute";
    public const string KustoConverter = "Kusto.Typed.KustoConverterAttribute";
    public const string KustoRenamedFrom = "Kusto.Typed.KustoRenamedFromAttribute";
    public const string KustoStreamingIngestion = "Kusto.Typed.KustoStreamingIngestionAttribute";
    public const string KustoIngestionBatching = "Kusto.Typed.KustoIngestionBatchingAttribute";
    public const string KustoRetention = "Kusto.Typed.KustoRetentionAttribute";
    public const string KustoCaching = "Kusto.Typed.KustoCachingAttribute";
    public const string KustoPartitioning = "Kusto.Typed.KustoPartitioningAttribute";
    public const string KustoRowOrder = "Kusto.Typed.KustoRowOrderAttribute";
    public const string KustoUpdate = "Kusto.Typed.KustoUpdateAttribute";
    public const string KustoAutoDelete = "Kusto.Typed.KustoAutoDeleteAttribute";
    public const string ConverterInterface = "Kusto.Typed.IKustoConverter<TValue, TField>";
    public const string JsonSerializable = "System.Text.Json.Serialization.JsonSerializableAttribute";
    public const string JsonSerializerContext = "System.Text.Json.Serialization.JsonSerializerContext";
    public const string SetsRequiredMembers = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";
    public const string DisallowNull = "System.Diagnostics.CodeAnalysis.DisallowNullAttribute";
    public const string CompilerGenerated = "System.Runtime.CompilerServices.CompilerGeneratedAttribute";
    public const string Obsolete = "System.ObsoleteAttribute";
    public const string RootNamespaceOption = "build_property.RootNamespace";
    public const string Tables = "KustoTables";
    public const string LockFile = "kusto.lock";
}
