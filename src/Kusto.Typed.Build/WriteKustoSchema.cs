using Kusto.Typed.Build.Scripts;

namespace Kusto.Typed.Build;

/// <summary>Writes <c>schema.kql</c> and <c>schema.json</c>, or removes them where there are no tables.</summary>
public sealed class WriteKustoSchema : SchemaTask
{
    private protected override void Run(IReadOnlyList<SchemaFile> files)
    {
        foreach (SchemaFile file in files)
        {
            file.Write();
        }
    }
}
