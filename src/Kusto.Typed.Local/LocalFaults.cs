namespace Kusto.Typed.Local;

/// <summary>
/// The faults that wait for their requests. Each request meets at most one, the oldest that is for it.
/// </summary>
/// <remarks>Safe to use from many threads.</remarks>
public sealed class LocalFaults
{
    private readonly Lock _lock = new();
    private readonly List<(LocalFault Fault, int Left)> _waiting = [];
    private readonly List<LocalFaultRule> _rules = [];

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

    /// <summary>Adds a rule: so large a share of the requests that the fault is for meets it, <c>Times</c> or not.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="probability">The share of the requests, above 0 to 1.</param>
    /// <param name="seed">Which of them: the same seed chooses the same ones.</param>
    /// <returns>The rule, which counts how often it has fired.</returns>
    public LocalFaultRule AddRule(LocalFault fault, double probability, int seed)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        LocalFaultRule rule = new(fault, probability, seed);
        lock (_lock)
        {
            _rules.Add(rule);
        }

        return rule;
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
            return TakeWaiting(request, account) ?? TakeByRule(request, account);
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
        LocalFaultRule? met = null;
        foreach (LocalFaultRule rule in _rules)
        {
            if (IsFor(rule.Fault, request, account) && rule.Chooses())
            {
                met ??= rule;
            }
        }

        return met?.Fire();
    }

    private static bool IsFor(LocalFault fault, LocalRequestKind request, string? account) =>
        (fault.Requests == LocalRequestKind.Any || fault.Requests == request)
        && (fault.Account is null || fault.Account == account);
}
