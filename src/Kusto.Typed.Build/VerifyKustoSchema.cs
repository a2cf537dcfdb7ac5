using Kusto.Typed.Build.Scripts;

namespace Kusto.Typed.Build;

/// <summary>Fails unless the committed <c>schema.kql</c> and <c>schema.json</c> are what the build would write.</summary>
public sealed class VerifyKustoSchema : SchemaTask
{
    private protected override void Run(IReadOnlyList<SchemaFile> files)
    {
        foreach (SchemaFile file in files)
        {
            if (file.Difference() is { } difference)
            {
                LogError(
                    KustoBuildException.Stale,
                    file.Path,
                    $"The committed copy '{file.Path}' {difference}\n"
                    + "Build once with -p:KustoSchemaVerify=false, look at what has changed, and commit it.");
            }
        }
    }
}
