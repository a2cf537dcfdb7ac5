using System.Text;

namespace Kusto.Typed.Tool.Tests.Testing;

/// <summary>Output of which the first line can be waited for.</summary>
internal sealed class AwaitedText : StringWriter
{
    private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Encoding Encoding => Encoding.UTF8;

    public Task<string> LineAsync() => _line.Task.WaitAsync(TimeSpan.FromMinutes(1));

    public override Task WriteLineAsync(string? value)
    {
        _line.TrySetResult(value ?? "");
        return base.WriteLineAsync(value);
    }
}
