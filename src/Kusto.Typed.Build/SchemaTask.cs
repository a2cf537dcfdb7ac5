using Kusto.Typed.Build.Scripts;
using Microsoft.Build.Framework;

namespace Kusto.Typed.Build;

/// <summary>A task about the schema of a project's tables, as files in a folder.</summary>
public abstract class SchemaTask : KustoTask
{
    private protected SchemaTask()
    {
    }

    /// <summary>The project's assembly, as the compiler left it.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The referenced assemblies whose tables belong to the project's.</summary>
    public string[] References { get; set; } = [];

    /// <summary>The folder of the files; empty: an error where there are tables.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The files that are there after the task; none where there are no tables.</summary>
    [Output]
    public string[] Files { get; private set; } = [];

    private protected override void Run()
    {
        IReadOnlyList<ProjectTable> tables = ProjectTables.Read(Assembly, References);
        if (Folder.Length > 0)
        {
            IReadOnlyList<SchemaFile> files = SchemaFile.All(Folder, tables);
            Run(files);
            Files = [.. files.Where(file => file.Text is not null).Select(file => file.Path)];
        }
        else if (tables.Count > 0)
        {
            throw new KustoBuildException(
                KustoBuildException.NoCopy,
                Assembly,
                "KustoSchemaOutput does not say where the committed copy of the schema is, with which KustoSchemaVerify "
                + "compares: set it in the project, such as <KustoSchemaOutput>schema</KustoSchemaOutput>, or set "
                + "KustoSchemaEnabled to false where the project needs no script.");
        }
    }

    private protected abstract void Run(IReadOnlyList<SchemaFile> files);
}
