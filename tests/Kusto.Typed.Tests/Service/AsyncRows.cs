#if !NET10_0_OR_GREATER
namespace Kusto.Typed.Tests.Service;

/// <summary>What .NET 10 has of its own.</summary>
internal static class AsyncRows
{
    public static async ValueTask<List<T>> ToListAsync<T>(
        this IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
    {
        List<T> list = [];
        await foreach (T row in rows.WithCancellation(cancellationToken))
        {
            list.Add(row);
        }

        return list;
    }
}
#endif
