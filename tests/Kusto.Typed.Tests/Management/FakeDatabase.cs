using System.Net;
using System.Text;
using System.Text.Json;
using Kusto.Typed.Tests.Service;

namespace Kusto.Typed.Tests.Management;

/// <summary>A service with one table, whose schema is whatever a test says it is, before and after commands ran.</summary>
internal sealed class FakeDatabase
{
    private readonly FakeService _service = new();
    private readonly Dictionary<string, Queue<string>> _answers = new(StringComparer.Ordinal);

    public FakeDatabase()
    {
        for (int request = 0; request < 100; request++)
        {
            _service.Answers(Answer);
        }
    }

    /// <summary>The commands that changed something, or were meant to.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>Answers commands that begin so, one answer after another, the last one for ever.</summary>
    public FakeDatabase On(string command, params string[] answers)
    {
        _answers[command] = new Queue<string>(answers);
        return this;
    }

    public KustoConnection Connect(FakeClock? clock = null) => _service.Connect(clock);

    private HttpResponseMessage Answer(FakeService.Asked asked)
    {
        using JsonDocument request = JsonDocument.Parse(asked.Text);
        string command = request.RootElement.GetProperty("csl").GetString()!;
        if (!command.StartsWith(".show", StringComparison.Ordinal))
        {
            Changes.Add(command);
        }

        string? known = _answers.Keys.Where(key => command.StartsWith(key, StringComparison.Ordinal)).MaxBy(key => key.Length);
        string answer = known is null ? V1.Table(["Status"])
            : _answers[known].Count > 1 ? _answers[known].Dequeue()
            : _answers[known].Peek();
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(answer, Encoding.UTF8, "application/json"),
        };
    }
}
