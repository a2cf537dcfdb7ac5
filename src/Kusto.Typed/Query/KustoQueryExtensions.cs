using System.Runtime.CompilerServices;
using Kusto.Typed.Csv;
using Kusto.Typed.Query;

namespace Kusto.Typed;

/// <summary>Queries over a connection, their results as typed rows.</summary>
public static class KustoQueryExtensions
{
    /// <summary>Runs a query and reads its rows while they arrive.</summary>
    /// <remarks>
    /// Columns are found by name; those that the type does not have are passed over. The query is sent when the rows
    /// are first asked for, and again after a failure that may pass, as long as no row was handed out. An error that
    /// comes after rows were handed out is thrown then: rows seen so far are not the whole result. Whoever stops early
    /// leaves the rest unread.
    /// </remarks>
    /// <typeparam name="TRow">The type of the rows, such as one with <c>[KustoTable]</c>.</typeparam>
    /// <param name="connection">The cluster.</param>
    /// <param name="database">
    /// The database; null: the connection's <see cref="KustoConnection.DefaultDatabase"/>.
    /// </param>
    /// <param name="query">The query; each hole of an interpolated string is a query parameter.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="KustoServiceException">The service refused the query, failed, or broke off.</exception>
    /// <exception cref="KustoRowException">A row has a value that its property cannot hold.</exception>
    /// <exception cref="KustoTypedException">The result lacks a column of the type.</exception>
    public static IAsyncEnumerable<TRow> QueryAsync<TRow>(
        this KustoConnection connection,
        string? database,
        KustoQuery query,
        CancellationToken cancellationToken = default)
        where TRow : IKustoRowReader<TRow> =>
        QueryAsync<TRow, TRow>(connection, database, query, QueryProtocol.V2, cancellationToken);

    /// <summary>Runs a query and reads its rows, of a type that another type maps.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <typeparam name="TMap">The type that reads them, such as one with <c>[KustoRowFor]</c>.</typeparam>
    /// <inheritdoc cref="QueryAsync{TRow}(KustoConnection, string?, KustoQuery, CancellationToken)"/>
    public static IAsyncEnumerable<TRow> QueryAsync<TRow, TMap>(
        this KustoConnection connection,
        string? database,
        KustoQuery query,
        CancellationToken cancellationToken = default)
        where TMap : IKustoRowReader<TRow> =>
        QueryAsync<TRow, TMap>(connection, database, query, QueryProtocol.V2, cancellationToken);

    /// <summary>Runs a query whose result is one value: one row of one column.</summary>
    /// <typeparam name="T">
    /// <c>long</c>, <c>int</c>, <c>double</c>, <c>decimal</c>, <c>bool</c>, <see cref="string"/>,
    /// <see cref="DateTime"/>, <see cref="TimeSpan"/> or <see cref="Guid"/>, or the nullable form of one of them.
    /// </typeparam>
    /// <param name="connection">The cluster.</param>
    /// <param name="database">
    /// The database; null: the connection's <see cref="KustoConnection.DefaultDatabase"/>.
    /// </param>
    /// <param name="query">The query; each hole of an interpolated string is a query parameter.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of these types.</exception>
    /// <exception cref="KustoServiceException">The service refused the query, failed, or broke off.</exception>
    /// <exception cref="KustoRowException">The value is null or not of the type.</exception>
    /// <exception cref="KustoTypedException">The result is not one row of one column.</exception>
    public static ValueTask<T> QueryScalarAsync<T>(
        this KustoConnection connection,
        string? database,
        KustoQuery query,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(query);
        return ScalarText.Knows(typeof(T))
            ? ScalarAsync<T>(connection, Database(connection, database), query, cancellationToken)
            : throw new NotSupportedException(
                $"{typeof(T).Name} is no type of a scalar result; take long, int, double, decimal, bool, string, "
                + "DateTime, TimeSpan or Guid, or read a row.");
    }

    internal static IAsyncEnumerable<TRow> QueryAsync<TRow, TMap>(
        KustoConnection connection,
        string? database,
        KustoQuery query,
        QueryProtocol protocol,
        CancellationToken cancellationToken)
        where TMap : IKustoRowReader<TRow>
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(query);
        return RowsAsync<TRow, TMap>(connection, Database(connection, database), query, protocol, cancellationToken);
    }

    private static async IAsyncEnumerable<TRow> RowsAsync<TRow, TMap>(
        KustoConnection connection,
        string database,
        KustoQuery query,
        QueryProtocol protocol,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TMap : IKustoRowReader<TRow>
    {
        (ResultReader result, bool hasRow) = await QuerySender
            .OpenAsync(connection, database, query, protocol, cancellationToken).ConfigureAwait(false);
        using (result)
        {
            RecordBinding binding = RecordBinding.ByName(TMap.Schema, result.Columns!.Names); // known with the first row
            for (long rowIndex = 0; hasRow; rowIndex++)
            {
                yield return Row<TRow, TMap>(binding, result.Record, rowIndex);
                hasRow = await result.ReadRowAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static TRow Row<TRow, TMap>(RecordBinding binding, RecordBuffer record, long rowIndex)
        where TMap : IKustoRowReader<TRow>
    {
        KustoRecordReader reader = new(binding, record.Text, record.Fields, rowIndex);
        return TMap.Read(ref reader);
    }

    private static async ValueTask<T> ScalarAsync<T>(
        KustoConnection connection, string database, KustoQuery query, CancellationToken cancellationToken)
    {
        (ResultReader result, bool hasRow) = await QuerySender
            .OpenAsync(connection, database, query, QueryProtocol.V2, cancellationToken).ConfigureAwait(false);
        using (result)
        {
            if (!hasRow || result.Columns!.Count != 1)
            {
                throw new KustoTypedException(
                    $"The result has {(hasRow ? "a row" : "no row")} of {result.Columns!.Count} columns; expected one row of one "
                    + "column. End the query in count, take 1 | project, or summarize.");
            }

            T value = Scalar<T>(result);
            return await result.ReadRowAsync(cancellationToken).ConfigureAwait(false)
                ? throw new KustoTypedException("The result has more than one row; expected one row of one column.")
                : value;
        }
    }

    private static T Scalar<T>(ResultReader result)
    {
        string column = result.Columns!.Names[0]; // the caller has looked at the columns
        if (result.Record.Fields[0].IsNull && typeof(T) != typeof(string))
        {
            return default(T) is null
                ? default!
                : throw new KustoRowException($"the result is null; ask for {typeof(T).Name}?.", 0, column);
        }

        return ScalarText.Read(result.Record.Text, typeof(T)) is T value
            ? value
            : throw new KustoRowException($"the result is no value of type {typeof(T).Name}.", 0, column);
    }

    private static string Database(KustoConnection connection, string? database)
    {
        string? name = database ?? connection.DefaultDatabase;
        return string.IsNullOrEmpty(name)
            ? throw new ArgumentException(
                "No database is named, neither here nor by the connection; name the one to query.", nameof(database))
            : name;
    }
}
