namespace Kusto.Typed.Local;

/// <summary>
/// The faults that wait for their requests. Each request meets at most one, the oldest that is for it.
/// </summary>
/// <remarks>Safe to use from many threads.</remarks>
public sealed class LocalFaults
{
    private readonly Lock _lock = new();
    private readonly List<(LocalFault Fault, int Left)> _waiting = [];

    internal LocalFaults()
    {
    }

    /// <summary>How many requests will still meet a fault.</summary>
    public int Remaining
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Sum(static waiting => waiting.Left);
            }
        }
    }

    /// <summary>Adds a fault behind those that wait already.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="LocalFault.Times"/> is less than 1.</exception>
    public void Add(LocalFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Times, 1);
        lock (_lock)
        {
            _waiting.Add((fault, fault.Times));
        }
    }

    /// <summary>Forgets all faults that wait.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _waiting.Clear();
        }
    }

    internal LocalFault? Take(LocalRequestKind request)
    {
        lock (_lock)
        {
            int place = _waiting.FindIndex(waiting =>
                waiting.Fault.Requests == LocalRequestKind.Any || waiting.Fault.Requests == request);
            if (place < 0)
            {
                return null;
            }

            (LocalFault fault, int left) = _waiting[place];
            if (left > 1)
            {
                _waiting[place] = (fault, left - 1);
            }
            else
            {
                _waiting.RemoveAt(place);
            }

            return fault;
        }
    }
}
