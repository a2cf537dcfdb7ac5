using System.Text;

namespace Kusto.Typed.Local.Ingestion;

/// <summary>The warnings of one source.</summary>
internal sealed class WarningList(string table, string clientRequestId, int max)
{
    private const int LongestShown = 100;

    private readonly List<LocalWarning> _warnings = [];

    public IReadOnlyCollection<LocalWarning> Warnings => _warnings;

    /// <summary>How many there were, kept or not.</summary>
    public long Count { get; private set; }

    public void Add(LocalWarningKind kind, long recordNumber, string? column = null, ReadOnlySpan<byte> value = default)
    {
        Count++;
        if (_warnings.Count >= max)
        {
            return;
        }

        _warnings.Add(new LocalWarning
        {
            Table = table,
            Column = column,
            RecordNumber = recordNumber,
            Kind = kind,
            Value = column is null ? null : Shown(value),
            ClientRequestId = clientRequestId,
        });
    }

    // No character takes more than four bytes, and a rune that the cut splits is shown as U+FFFD.
    private static string Shown(ReadOnlySpan<byte> value)
    {
        string text = Encoding.UTF8.GetString(value[..Math.Min(value.Length, LongestShown * 4)]);
        return text.Length > LongestShown ? text[..LongestShown] : text;
    }
}
