namespace Kusto.Typed.Local.Staging;

/// <summary>A message that waits in a queue.</summary>
internal sealed class StagedMessage(string text, DateTimeOffset now)
{
    public string Id { get; } = Guid.NewGuid().ToString();

    public string Text => text;

    public DateTimeOffset InsertedOn { get; } = now;

    public string PopReceipt { get; private set; } = NewReceipt();

    public int DequeueCount { get; private set; }

    public DateTimeOffset VisibleOn { get; private set; } = now;

    /// <summary>Somebody has it now: nobody else sees it until then.</summary>
    public void HideUntil(DateTimeOffset time)
    {
        VisibleOn = time;
        DequeueCount++;
        PopReceipt = NewReceipt();
    }

    private static string NewReceipt() => Convert.ToBase64String(Guid.NewGuid().ToByteArray());
}

/// <summary>A storage queue in memory.</summary>
internal sealed class StagedQueue(TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly List<StagedMessage> _messages = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _messages.Count;
            }
        }
    }

    public StagedMessage Put(string text)
    {
        StagedMessage message = new(text, timeProvider.GetUtcNow());
        lock (_lock)
        {
            _messages.Add(message);
        }

        return message;
    }

    /// <summary>The first messages that can be seen; they stay as they are.</summary>
    public IReadOnlyList<StagedMessage> Peek(int most)
    {
        lock (_lock)
        {
            return [.. Visible().Take(most)];
        }
    }

    /// <summary>The first messages that can be seen; nobody else sees them for a time.</summary>
    public IReadOnlyList<StagedMessage> Receive(int most, TimeSpan hidden)
    {
        lock (_lock)
        {
            StagedMessage[] received = [.. Visible().Take(most)];
            foreach (StagedMessage message in received)
            {
                message.HideUntil(timeProvider.GetUtcNow() + hidden);
            }

            return received;
        }
    }

    public bool Delete(string id, string popReceipt)
    {
        lock (_lock)
        {
            return _messages.RemoveAll(message => message.Id == id && message.PopReceipt == popReceipt) > 0;
        }
    }

    public IReadOnlyList<string> TakeAll()
    {
        lock (_lock)
        {
            string[] texts = [.. _messages.Select(static message => message.Text)];
            _messages.Clear();
            return texts;
        }
    }

    private IEnumerable<StagedMessage> Visible() =>
        _messages.Where(message => message.VisibleOn <= timeProvider.GetUtcNow());
}
