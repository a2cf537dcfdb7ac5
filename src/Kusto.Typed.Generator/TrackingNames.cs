namespace Kusto.Typed.Generator;

/// <summary>The steps of the pipeline, by which tests see what an edit runs again.</summary>
internal static class TrackingNames
{
    public const string ParseRows = nameof(ParseRows);
    public const string ParseMaps = nameof(ParseMaps);
    public const string RowModels = nameof(RowModels);
    public const string AssemblyModel = nameof(AssemblyModel);
    public const string TableModels = nameof(TableModels);
    public const string TablesFile = nameof(TablesFile);
    public const string Locks = nameof(Locks);
}
