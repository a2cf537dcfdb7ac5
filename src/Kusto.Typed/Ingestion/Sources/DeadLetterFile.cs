using System.Globalization;
using System.Text;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>Takes the bad records of one file, and why they are bad.</summary>
internal sealed class DeadLetterFile : IAsyncDisposable
{
    private readonly Stream _records;
    private readonly Stream? _problems;
    private readonly bool _isOwner;
    private long _count;

    private DeadLetterFile(Stream records, Stream? problems, string? path)
    {
        _records = records;
        _problems = problems;
        _isOwner = path is not null;
        Path = path;
    }

    /// <summary>The file; null for streams.</summary>
    public string? Path { get; }

    /// <summary>Begins the dead letters of a source.</summary>
    public static async ValueTask<DeadLetterFile> BeginAsync(DeadLetters target, string source, byte[] header)
    {
        DeadLetterFile file = target.Folder is null
            ? new DeadLetterFile(target.Records!, target.Problems, path: null)
            : Create(target.Folder, source);
        if (header.Length > 0)
        {
            await WriteLineAsync(file._records, header).ConfigureAwait(false);
        }

        if (file._problems is not null)
        {
            await WriteLineAsync(file._problems, "Source,Line,Record,Column,Reason,DeadLetter"u8.ToArray())
                .ConfigureAwait(false);
        }

        return file;
    }

    public async ValueTask AddAsync(byte[] raw, IEnumerable<RecordProblem> problems)
    {
        _count++;
        await WriteLineAsync(_records, raw).ConfigureAwait(false);
        foreach (RecordProblem problem in _problems is null ? [] : problems)
        {
            await WriteLineAsync(_problems!, Encoding.UTF8.GetBytes(Text(problem))).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Stream stream in (IEnumerable<Stream>)(_problems is null ? [_records] : [_records, _problems]))
        {
            await stream.FlushAsync().ConfigureAwait(false);
            if (_isOwner)
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    // Dead letters of an earlier run are somebody's to look at: they are not written over.
    private static DeadLetterFile Create(string folder, string source)
    {
        string name = source.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? source[..^3] : source;
        string path = System.IO.Path.Combine(folder, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        string free = path;
        for (int number = 2; File.Exists(free) || File.Exists(ProblemsOf(free)); number++)
        {
            free = System.IO.Path.Combine(
                System.IO.Path.GetDirectoryName(path)!,
                $"{System.IO.Path.GetFileNameWithoutExtension(path)}-{number}{System.IO.Path.GetExtension(path)}");
        }

        FileStream records = new(free, FileMode.CreateNew, FileAccess.Write);
        FileStream problems = new(ProblemsOf(free), FileMode.CreateNew, FileAccess.Write);
        return new DeadLetterFile(records, problems, free);
    }

    private static string ProblemsOf(string path) => path + ".problems.csv";

    private string Text(RecordProblem problem) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Quoted(problem.Source)},{problem.Line},{problem.Record},{Quoted(problem.Column)},{Quoted(problem.Reason)}")
        + $",{_count.ToString(CultureInfo.InvariantCulture)}";

    private static string Quoted(string? text) => $"\"{text?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async ValueTask WriteLineAsync(Stream stream, byte[] line)
    {
        await stream.WriteAsync(line).ConfigureAwait(false);
        await stream.WriteAsync("\n"u8.ToArray()).ConfigureAwait(false);
    }
}
