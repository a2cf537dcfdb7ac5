using System.Text;

namespace Kusto.Typed.Ingestion.Sources;

/// <summary>Where bad records go: one file has them as they stood, another why.</summary>
internal sealed class DeadLetterFile(string path) : IDisposable
{
    private FileStream? _records;
    private StreamWriter? _problems;

    public void Write(byte[]? header, ReadOnlySpan<byte> record, IReadOnlyList<CsvProblem> problems)
    {
        if (_records is null)
        {
            _records = File.Create(path);
            _problems = new StreamWriter(path + ".problems.csv", append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            _problems.Write("File,Line,Record,Column,Reason\n");
            WriteLine(header);
        }

        WriteLine(record);
        foreach (CsvProblem problem in problems)
        {
            _problems!.Write($"{Quoted(problem.File)},{problem.Line},{problem.Record},{Quoted(problem.Column)},{Quoted(problem.Reason)}\n");
        }
    }

    public void Dispose()
    {
        _records?.Dispose();
        _problems?.Dispose();
    }

    private void WriteLine(ReadOnlySpan<byte> record)
    {
        if (!record.IsEmpty)
        {
            _records!.Write(record);
            _records.WriteByte((byte)'\n');
        }
    }

    private static string Quoted(string? text) =>
        text is null ? "" : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
