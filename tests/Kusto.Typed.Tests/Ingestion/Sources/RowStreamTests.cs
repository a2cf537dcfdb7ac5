using System.Text;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;
using Kusto.Typed.Tests.Csv;

namespace Kusto.Typed.Tests.Ingestion.Sources;

public sealed class RowStreamTests
{
    [Fact]
    public void TheStreamIsTheCsvThatIsIngested() =>
        RandomValues.ForAll(random =>
        {
            TextRow[] rows = random.Many(8, () => SomeRows.Text(random));
            byte[] expected = Rows.Write(rows);

            ReadInPieces(KustoCsv.OpenRead(rows), 1 + random.Below(50)).ShouldBe(expected);
            ReadInPieces(KustoCsv.OpenRead(rows), 100_000).ShouldBe(expected);
            CopyAsync(KustoCsv.OpenRead(Async(rows))).GetAwaiter().GetResult().ShouldBe(expected);
        });

    [Fact]
    public async Task ManyRowsFillManyBlocks()
    {
        byte[] expected = Rows.Write(Reading.Take(100_000));

        (await CopyAsync(KustoCsv.OpenRead(Reading.Take(100_000)))).ShouldBe(expected);
        (await CopyAsync(KustoCsv.OpenRead(Async(Reading.Take(100_000))))).ShouldBe(expected);
    }

    [Fact]
    public void NoRowsAreAnEmptyStream() => ReadInPieces(KustoCsv.OpenRead(Reading.Take(0)), 10).ShouldBeEmpty();

    [Fact]
    public void ARowIsWrittenBeforeTheNextIsAskedFor()
    {
        Reading same = new();

        ReadInPieces(KustoCsv.OpenRead(Numbered()), 3).ShouldBe("0,\n1,\n2,\n"u8.ToArray());

        IEnumerable<Reading> Numbered()
        {
            for (int number = 0; number < 3; number++)
            {
                same.Number = number;
                yield return same;
            }
        }
    }

    [Fact]
    public void AnEndlessSourceIsReadNoFurtherThanItHasTo()
    {
        int taken = 0;
        using Stream stream = KustoCsv.OpenRead(Endless());

        stream.ReadExactly(new byte[1000]);

        taken.ShouldBeInRange(1, 100_000);

        IEnumerable<Reading> Endless()
        {
            while (true)
            {
                yield return new Reading { Number = taken++, Note = "note" };
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ARowThatCannotBeWrittenComesAfterTheRowsBeforeItAndEveryTime(bool isAsync)
    {
        Reading[] rows = [.. Reading.Take(2), new Reading { Number = 2, Note = "\ud800" }, .. Reading.Take(1)];
        await using Stream stream = isAsync ? KustoCsv.OpenRead(Async(rows)) : KustoCsv.OpenRead(rows);
        byte[] buffer = new byte[1000];
        await stream.ReadExactlyAsync(buffer.AsMemory(0, 14));

        KustoRowException problem = await Assert.ThrowsAsync<KustoRowException>(() => stream.ReadAsync(buffer).AsTask());

        Encoding.UTF8.GetString(buffer, 0, 14).ShouldBe("0,note\n1,note\n");
        problem.RowIndex.ShouldBe(2);
        problem.ColumnName.ShouldBe("Note");
        await Assert.ThrowsAsync<KustoRowException>(() => stream.ReadAsync(buffer).AsTask());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatTheSourceThrowsIsThrownByRead(bool isAsync)
    {
        await using Stream stream = isAsync ? KustoCsv.OpenRead(Async(Broken())) : KustoCsv.OpenRead(Broken());

        (await Assert.ThrowsAsync<InvalidOperationException>(() => CopyAsync(stream))).Message.ShouldBe("broken");

        static IEnumerable<Reading> Broken()
        {
            yield return new Reading();
            throw new InvalidOperationException("broken");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DisposingTheStreamDisposesTheSource(bool isAsync)
    {
        bool disposed = false;
        Stream stream = isAsync ? KustoCsv.OpenRead(Async(Watched())) : KustoCsv.OpenRead(Watched());
        await stream.ReadExactlyAsync(new byte[5]);

        await stream.DisposeAsync();

        disposed.ShouldBeTrue();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.ReadAsync(new byte[1]).AsTask());

        IEnumerable<Reading> Watched()
        {
            try
            {
                while (true)
                {
                    yield return new Reading();
                }
            }
            finally
            {
                disposed = true;
            }
        }
    }

    [Fact]
    public async Task RowsThatAreThereAreGivenWithoutWaitingForMore()
    {
        TaskCompletionSource more = new();
        await using Stream stream = KustoCsv.OpenRead(Slow());
        byte[] buffer = new byte[100];

        (await stream.ReadAsync(buffer)).ShouldBe(3);
        Task<int> second = stream.ReadAsync(buffer).AsTask();
        second.IsCompleted.ShouldBeFalse();
        more.SetResult();

        (await second).ShouldBe(3);
        (await stream.ReadAsync(buffer)).ShouldBe(0);

        async IAsyncEnumerable<Reading> Slow()
        {
            yield return new Reading { Number = 1 };
            await more.Task;
            yield return new Reading { Number = 2 };
        }
    }

    [Fact]
    public async Task AReadThatIsGivenUpLosesNoRow()
    {
        TaskCompletionSource more = new();
        using CancellationTokenSource giveUp = new();
        await using Stream stream = KustoCsv.OpenRead(Slow());
        Task<int> read = stream.ReadAsync(new byte[10], giveUp.Token).AsTask();
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        more.SetResult();

        (await CopyAsync(stream)).ShouldBe("7,\n"u8.ToArray());

        async IAsyncEnumerable<Reading> Slow()
        {
            await more.Task;
            yield return new Reading { Number = 7 };
        }
    }

    [Fact]
    public void AsynchronousRowsAreNotReadSynchronously()
    {
        using Stream stream = KustoCsv.OpenRead(Async(Reading.Take(1)));

        Should.Throw<NotSupportedException>(() => stream.Read(new byte[1])).Message.ShouldContain("ReadAsync");
    }

    [Fact]
    public void TheTableComesWithItsMapping()
    {
        TableSchema table = KustoCsv.Table<Reading>();

        table.Mapping.ToJson().ShouldBe(
            """[{"Column":"Number","Properties":{"Ordinal":"0"}},{"Column":"Note","Properties":{"Ordinal":"1"}}]""");
    }

    private static byte[] ReadInPieces(Stream stream, int most)
    {
        using MemoryStream all = new();
        byte[] buffer = new byte[most];
        int length;
        while ((length = stream.Read(buffer)) > 0)
        {
            all.Write(buffer, 0, length);
        }

        stream.Dispose();
        return all.ToArray();
    }

    private static async Task<byte[]> CopyAsync(Stream stream)
    {
        using MemoryStream all = new();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    private static async IAsyncEnumerable<TRow> Async<TRow>(IEnumerable<TRow> rows)
    {
        int count = 0;
        foreach (TRow row in rows)
        {
            if (count++ % 3 == 0)
            {
                await Task.Yield();
            }

            yield return row;
        }
    }
}
