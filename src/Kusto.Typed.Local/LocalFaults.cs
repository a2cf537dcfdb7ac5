namespace Kusto.Typed.Local;

/// <summary>
/// The faults that wait for their requests. Each request meets at most one, the oldest that is for it.
/// </summary>
/// <remarks>Safe to use from many threads.</remarks>
public sealed class LocalFaults
{
    private readonly Lock _lock = new();
    private readonly List<(LocalFault Fault, int Left)> _waiting = [];
    private readonly List<(LocalFault Fault, double Probability, Random Random)> _rules = [];
    private int _fired;

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

    /// <summary>How many requests have met a fault so far.</summary>
    public int Fired
    {
        get
        {
            lock (_lock)
            {
                return _fired;
            }
        }
    }

    /// <summary>Adds a rule: so large a share of the requests that the fault is for meets it, <c>Times</c> or not.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="probability">The share of the requests, above 0 to 1.</param>
    /// <param name="seed">Which of them: the same seed chooses the same ones.</param>
    public void AddRule(LocalFault fault, double probability, int seed)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        lock (_lock)
        {
            _rules.Add((fault, probability, new Random(seed)));
        }
    }

    /// <summary>Forgets all faults that wait, and all rules.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _waiting.Clear();
            _rules.Clear();
        }
    }

    /// <param name="request">What is asked.</param>
    /// <param name="account">The account of the storage that is asked; null: it is not the storage.</param>
    internal LocalFault? Take(LocalRequestKind request, string? account = null)
    {
        lock (_lock)
        {
            LocalFault? met = TakeWaiting(request, account) ?? TakeByRule(request, account);
            _fired += met is null ? 0 : 1;
            return met;
        }
    }

    private LocalFault? TakeWaiting(LocalRequestKind request, string? account)
    {
        int place = _waiting.FindIndex(waiting => IsFor(waiting.Fault, request, account));
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

    // Every rule throws its dice at each of its requests, so that one rule does not change what another chooses.
    private LocalFault? TakeByRule(LocalRequestKind request, string? account)
    {
        LocalFault? met = null;
        foreach ((LocalFault fault, double probability, Random random) in _rules)
        {
            if (IsFor(fault, request, account) && random.NextDouble() < probability)
            {
                met ??= fault;
            }
        }

        return met;
    }

    private static bool IsFor(LocalFault fault, LocalRequestKind request, string? account) =>
        (fault.Requests == LocalRequestKind.Any || fault.Requests == request)
        && (fault.Account is null || fault.Account == account);
}
