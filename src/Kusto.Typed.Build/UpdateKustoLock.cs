using Kusto.Typed.Build.Locks;
using Kusto.Typed.Build.Metadata;
using Kusto.Typed.Build.Scripts;
using Microsoft.Build.Framework;

namespace Kusto.Typed.Build;

/// <summary>Writes down, in <c>kusto.lock</c>, that the project's tables ship as they are now.</summary>
public sealed class UpdateKustoLock : KustoTask
{
    /// <summary>The project's assembly, as the compiler left it.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The lock.</summary>
    [Required]
    public string LockFile { get; set; } = "";

    private protected override void Run()
    {
        IReadOnlyList<AssemblyTable> tables = AssemblyTables.Read(Assembly);
        string? old = TextFile.Read(LockFile);
        if (old is null && tables.Count == 0)
        {
            return;
        }

        string text = Locks.LockFile.Of(tables, old);
        if (text != old)
        {
            TextFile.Write(LockFile, text);
            Log.LogMessage(MessageImportance.High, "{0} -> tables as they ship", LockFile);
        }
    }
}
