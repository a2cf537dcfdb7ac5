namespace Kusto.Typed.Tool.Explain;

/// <summary>An ingestion error code, in our words.</summary>
/// <param name="Code">The code as the service writes it.</param>
/// <param name="IsPermanent">Whether sending the same again is in vain.</param>
/// <param name="Meaning">What happened.</param>
/// <param name="Advice">What to do.</param>
internal sealed record IngestionError(string Code, bool IsPermanent, string Meaning, string Advice)
{
    /// <summary>The number that some errors have besides; null: none is known.</summary>
    public string? Number { get; init; }

    public string Lasting => IsPermanent ? "permanent" : "transient";
}
