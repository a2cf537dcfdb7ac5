using System.Text;

namespace Kusto.Typed.Tests.Ingestion;

public sealed class KustoCsvTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60_000)]
    public async Task TheStreamIsTheRowsInTheirOrder(int count)
    {
        using Stream csv = KustoCsv.OpenRead(Reading.Take(count, "a,b"));
        using StreamReader reader = new(csv, Encoding.UTF8);

        (await reader.ReadToEndAsync()).ShouldBe(
            string.Concat(Enumerable.Range(0, count).Select(number => $"{number},\"a,b\"\n")));
    }

    [Fact]
    public void ARowIsWrittenBeforeTheNextIsAskedFor()
    {
        Reading only = new();
        using Stream csv = KustoCsv.OpenRead(Changing());
        using StreamReader reader = new(csv, Encoding.UTF8);

        reader.ReadToEnd().ShouldBe("0,\n1,\n2,\n");

        IEnumerable<Reading> Changing()
        {
            for (int number = 0; number < 3; number++)
            {
                only.Number = number;
                yield return only;
            }
        }
    }

    [Fact]
    public void NothingIsAskedForBeforeItIsReadAndTheSourceIsDisposedOf()
    {
        bool began = false;
        bool ended = false;
        using (Stream csv = KustoCsv.OpenRead(Rows()))
        {
            began.ShouldBeFalse();
            csv.ReadByte().ShouldBe('7');
        }

        ended.ShouldBeTrue();

        IEnumerable<Reading> Rows()
        {
            began = true;
            try
            {
                while (true)
                {
                    yield return new Reading { Number = 7 };
                }
            }
            finally
            {
                ended = true;
            }
        }
    }

    [Fact]
    public void ARowThatCannotBeWrittenIsNamed()
    {
        using Stream csv = KustoCsv.OpenRead([new Reading(), new Reading { Note = "\uD800" }]);
        using StreamReader reader = new(csv, Encoding.UTF8);

        KustoRowException problem = Should.Throw<KustoRowException>(() => reader.ReadToEnd());

        problem.RowIndex.ShouldBe(1);
        problem.ColumnName.ShouldBe("Note");
    }

    [Fact]
    public void ItIsReadForwardAlone()
    {
        using Stream csv = KustoCsv.OpenRead(Reading.Take(1));

        csv.CanRead.ShouldBeTrue();
        csv.CanSeek.ShouldBeFalse();
        csv.CanWrite.ShouldBeFalse();
        Should.Throw<NotSupportedException>(() => csv.Position = 0);
        csv.Dispose();
        Should.Throw<ObjectDisposedException>(() => csv.ReadByte());
    }
}
