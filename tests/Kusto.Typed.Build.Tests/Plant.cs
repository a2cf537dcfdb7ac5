namespace Kusto.Typed.Build.Tests;

/// <summary>What the tables of the tests' own assembly are made of.</summary>
[KustoTable("Readings", Folder = "Plant", DocString = "What sensors say.")]
[KustoStreamingIngestion]
public partial record Reading(DateTime At, string Device, double? Value);

/// <summary>A table that another one fills, and whose name comes before that.</summary>
[KustoTable("Alarms", DocString = "'] policy update")]
[KustoUpdate("Readings", "Readings | where Value > 100 | project At, Device")]
public partial record Alarm(DateTime At, string Device);
