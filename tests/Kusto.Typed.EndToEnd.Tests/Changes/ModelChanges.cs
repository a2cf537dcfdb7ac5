using Kusto.Typed.Schema;

namespace Kusto.Typed.EndToEnd.Tests.Changes;

/// <summary>Forty edits of types, as people make them.</summary>
internal static class ModelChanges
{
    private static TableSchemaBuilder Base => TableSchema.Define("Readings").Long("Id").String("Name").Real("Value").DateTime("At").Dynamic("Extra");

    public static IReadOnlyList<ModelChange> All =>
    [
        Change("nothing", Base),
        Change("add a column at the end", Base.String("Unit")),
        Change("add a column in the middle", TableSchema.Define("Readings").Long("Id").String("Unit").String("Name").Real("Value").DateTime("At").Dynamic("Extra")),
        Change("add two columns", Base.String("Unit").Guid("Device")),
        Change("add a column with a docstring and an encoding", Base.Dynamic("Vector", "what it looks like").Encoding(KustoEncoding.Vector16)),
        Change("add a column of every other type", Base.Bool("B").Decimal("D").Guid("G").Int("I").TimeSpan("T")),
        Change("rename a column", TableSchema.Define("Readings").Long("Id").String("Station").RenamedFrom("Name").Real("Value").DateTime("At").Dynamic("Extra")),
        Change("rename a column and forget to say so", TableSchema.Define("Readings").Long("Id").String("Station").Real("Value").DateTime("At").Dynamic("Extra")),
        Change("rename a column in case alone", TableSchema.Define("Readings").Long("Id").String("name").RenamedFrom("Name").Real("Value").DateTime("At").Dynamic("Extra")),
        Change("rename a column in case alone and forget to say so", TableSchema.Define("Readings").Long("Id").String("name").Real("Value").DateTime("At").Dynamic("Extra")),
        Change("rename a column to a name that is hard to write", TableSchema.Define("Readings").Long("Id").String("the name - of it").RenamedFrom("Name").Real("Value").DateTime("At").Dynamic("Extra")),
        Change("retype a column", TableSchema.Define("Readings").Long("Id").String("Name").Decimal("Value").DateTime("At").Dynamic("Extra"), "Readings.Value"),
        Change("retype a column from long to string", TableSchema.Define("Readings").String("Id").String("Name").Real("Value").DateTime("At").Dynamic("Extra"), "Readings.Id"),
        Change("rename and retype a column", TableSchema.Define("Readings").Long("Id").String("Name").Decimal("Amount").RenamedFrom("Value").DateTime("At").Dynamic("Extra"), "Readings.Amount"),
        Change("retype one column and add another", TableSchema.Define("Readings").Long("Id").String("Name").Decimal("Value").DateTime("At").Dynamic("Extra").String("Unit")),
        Change("retype a column of a table that others have widened", TableSchema.Define("Readings").Long("Id").String("Name").Decimal("Value").DateTime("At").Dynamic("Extra"))
            with { Meanwhile = ".alter-merge table ['Readings'] (['Unit']:string)" },
        Change("reorder columns", TableSchema.Define("Readings").DateTime("At").Long("Id").String("Name").Real("Value").Dynamic("Extra")),
        Change("remove a column", TableSchema.Define("Readings").Long("Id").String("Name").DateTime("At").Dynamic("Extra")),
        Change("remove a column for good", TableSchema.Define("Readings").Long("Id").String("Name").DateTime("At").Dynamic("Extra"), "Readings.Value"),
        Change("remove one column and add another", TableSchema.Define("Readings").Long("Id").String("Name").DateTime("At").Dynamic("Extra").Real("Amount")),
        Change("give the table a docstring", Base.DocString("It's \"raw\"\nand more")),
        Change("change the docstring of the table", Base.DocString("new"), before: Base.DocString("old")),
        Change("take the docstring of the table away", Base, before: Base.DocString("old")),
        Change("give a column a docstring", TableSchema.Define("Readings").Long("Id", "counted from 1").String("Name").Real("Value").DateTime("At").Dynamic("Extra")),
        Change("move the table to a folder", Base.Folder("Plant\\Raw")),
        Change("name the mapping", Base.Mapping("ByName")),
        Change("move a field of a named mapping", TableSchema.Define("Readings").Long("Id").String("Name").Real("Value").DateTime("At").Dynamic("Extra").Ordinal(7).Mapping("ByName"), before: Base.Mapping("ByName")),
        Change("fill a column with a constant", Base.String("Source").Constant("edge-7")),
        Change("change the constant of a named mapping", Base.String("Source").Constant("b").Mapping("ByName"), before: Base.String("Source").Constant("a").Mapping("ByName")),
        Change("fill a column by a transformation", Base.String("File").Transform(KustoTransform.SourceLocation)),
        Change("stream", Base.StreamingIngestion()),
        Change("change the batching", Base.Policy(TablePolicies.IngestionBatching("00:00:30", 100)), before: Base.Policy(TablePolicies.IngestionBatching("00:01:00"))),
        Change("keep rows longer", Base.Policy(TablePolicies.Retention("60d")), before: Base.Policy(TablePolicies.Retention("30d"))),
        Change("keep rows shorter", Base.Policy(TablePolicies.Retention("30d")), before: Base.Policy(TablePolicies.Retention("60d")), allow: "Readings:retention"),
        Change("keep rows of an empty table for a time", Base.Policy(TablePolicies.Retention("30d"))) with { IsEmpty = true },
        Change("keep more rows hot", Base.Policy(TablePolicies.Caching("31d")), before: Base.Policy(TablePolicies.Caching("7d"))),
        Change("order rows", Base.Policy(TablePolicies.RowOrder("Name", "At desc"))),
        Change("partition the table", Base.Policy(TablePartitioning.Policy("Name", rangeKey: "At"))),
        Change("fill the table from another", Base.Policy(TablePolicies.Update("Raw", "Raw | project Id, Name, Value, At, Extra"))),
        Change("drop the table one day", Base.Policy(TablePolicies.AutoDelete("2099-01-01")), "Readings:auto_delete"),
        Change("take a policy away", Base, before: Base.Policy(TablePolicies.Caching("7d"))),
        Change("encode a column", TableSchema.Define("Readings").Long("Id").String("Name").Encoding(KustoEncoding.Identifier).Real("Value").DateTime("At").Dynamic("Extra")),
        Change("add a column that others have added", Base.String("Unit")) with { Meanwhile = ".alter-merge table ['Readings'] (['Unit']:string)" },
        Change("add a column that others have added with another type", Base.String("Unit")) with { Meanwhile = ".alter-merge table ['Readings'] (['Unit']:long)" },
        Change("a table that others have dropped", Base) with { Meanwhile = ".drop table ['Readings']" },
    ];

    private static ModelChange Change(string name, TableSchemaBuilder after, string? allow = null, TableSchemaBuilder? before = null) =>
        new(name, (before ?? Base).Build(), after.Build()) { Allow = allow is null ? [] : [allow] };
}
