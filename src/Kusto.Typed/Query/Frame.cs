using System.Text.Json;

namespace Kusto.Typed.Query;

/// <summary>What is known so far of a frame that is being read.</summary>
internal sealed class Frame
{
    public const string PrimaryResult = "PrimaryResult";

    public string? Type { get; set; }

    public string? TableKind { get; set; }

    public string? FragmentType { get; set; }

    public long? TableId { get; set; }

    public long? RowCount { get; set; }

    public bool HasErrors { get; set; }

    public bool IsCancelled { get; set; }

    public ResultColumns? Columns { get; set; }

    public JsonElement Errors { get; set; }

    /// <summary>The JSON of rows that came before it was known what they are.</summary>
    public byte[]? Captured { get; set; }

    /// <summary>True where it is known which table the rows belong to and what columns they have.</summary>
    public bool IsKnown => Type switch
    {
        "DataTable" => TableKind is not null && TableId is not null && Columns is not null,
        "TableFragment" => FragmentType is not null && TableId is not null,
        _ => false,
    };
}
