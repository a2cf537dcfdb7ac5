namespace Kusto.Typed.EndToEnd.Tests.Declared;

/// <summary>A table as it was.</summary>
[KustoTable("Renamed")]
[KustoStreamingIngestion]
public sealed partial record BeforeRename(int Id, string State);

/// <summary>The same table as it is.</summary>
[KustoTable("Renamed")]
[KustoStreamingIngestion]
public sealed partial record AfterRename(int Id, [property: KustoRenamedFrom("State")] string Region);
