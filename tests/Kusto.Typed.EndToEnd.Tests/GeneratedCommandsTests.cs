using Kusto.Typed.Commands;
using Kusto.Typed.EndToEnd.Tests.Errors;
using Kusto.Typed.EndToEnd.Tests.RoundTrip;
using Kusto.Typed.Schema;
using Kusto.Typed.Testing;
using Kusto.Typed.Tests.Commands;
using Weather;

namespace Kusto.Typed.EndToEnd.Tests;

/// <summary>The commands that the generator wrote into this assembly.</summary>
public sealed class GeneratedCommandsTests
{
    [Fact]
    public void TheConstantsAreWhatTheLibraryWrites()
    {
        EveryTypeTable.CreateMergeCommand.ShouldBe(TableCommands.CreateMerge(EveryTypeTable.Schema));
        EveryTypeTable.MappingCommand.ShouldBe(TableCommands.CreateOrAlterMapping(EveryTypeTable.Schema));
        EveryTypeTable.MappingName.ShouldBe(EveryTypeTable.Schema.Mapping.Name);
    }

    [Fact]
    public void EveryTableOfTheAssemblyIsListed() =>
        KustoTables.All.Select(table => table.Name)
            .ShouldBe(
                ["Birdstrikes", "EveryType", "Gauge", "Measurements", "Notes", "QuietMeasurements", "StormEvents"],
                ignoreOrder: true);

    [NodeFact]
    public async Task MicrosoftsParserReadsTheGeneratedCommandsAsTheyAreMeant()
    {
        string[] creating = [EveryTypeTable.CreateMergeCommand, MeasurementTable.CreateMergeCommand, StormEventTable.CreateMergeCommand];
        string[] mapping = [EveryTypeTable.MappingCommand, MeasurementTable.MappingCommand, StormEventTable.MappingCommand];
        TableSchema[] tables = [EveryTypeTable.Schema, MeasurementTable.Schema, StormEventTable.Schema];

        ParsedCommand[] parsed = await ParsedCommand.ParseAsync([.. creating, .. mapping]);

        for (int place = 0; place < tables.Length; place++)
        {
            ParsedCommand create = parsed[place].ShouldBeSound();
            create.Kind.ShouldBe("CreateMergeTable");
            create.Table.ShouldBe(tables[place].Name);
            create.Columns.Select(column => $"{column["ColumnName"]}: {column["ColumnType"]}")
                .ShouldBe(tables[place].Columns.Select(column => column.ToString()));
            ParsedCommand map = parsed[tables.Length + place].ShouldBeSound();
            map.Kind.ShouldBe("CreateOrAlterTableIngestionMapping");
            map.Table.ShouldBe(tables[place].Name);
            map.Parts["MappingName"].ShouldBe(tables[place].Mapping.Name);
        }
    }
}
