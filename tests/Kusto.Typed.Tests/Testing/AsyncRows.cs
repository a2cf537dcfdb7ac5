namespace Kusto.Typed.Tests.Testing;

/// <summary>Rows that come one by one, as a list: .NET 8 has nothing for it.</summary>
internal static class AsyncRows
{
    public static async Task<List<TRow>> CollectAsync<TRow>(
        this IAsyncEnumerable<TRow> rows, CancellationToken cancellationToken = default)
    {
        List<TRow> list = [];
        await foreach (TRow row in rows.WithCancellation(cancellationToken))
        {
            list.Add(row);
        }

        return list;
    }
}
