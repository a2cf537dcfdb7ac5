using Kusto.Typed.Generator.Model;

namespace Kusto.Typed.Generator.Emission;

/// <summary>The metadata of the types that become JSON, taken from the user's context once.</summary>
internal static class JsonTypesEmitter
{
    private const string TypeInfo = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";

    public static void Write(SourceWriter source, RowModel row)
    {
        if (row.JsonContext is null)
        {
            return;
        }

        // A nested type can be private and never local to its file.
        string scope = row.Containers.Count > 0 ? "private" : "file";
        source.Line();
        source.Line($"// How {row.JsonContext.Replace("global::", "")} writes the dynamic columns.");
        source.Line(GeneratedCode.Attribute);
        source.Open($"{scope} static class {row.JsonHolder}");
        foreach (JsonTypeModel type in row.JsonTypes)
        {
            source.Line($"public static readonly {TypeInfo}<{type.Type}> {type.Name} =");
            source.Deeper(() => source.Line(
                $"global::Kusto.Typed.Csv.KustoJson.TypeInfo<{type.Type}>({row.JsonContext}.Default);"));
        }

        source.Close();
    }
}
