using System.Net;

namespace Kusto.Typed.Ingestion.Queued;

/// <summary>Orders storage resources by the recent success of their accounts, so that one that fails is tried last.</summary>
/// <remarks>Accounts that do equally well take turns, and so do the resources of an account.</remarks>
internal sealed class AccountRanking(TimeProvider timeProvider, Func<int, int>? random = null)
{
    private readonly Func<int, int> _random = random ?? Random.Shared.Next;
    private readonly object _gate = new();
    private readonly Dictionary<string, AccountHistory> _histories = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers how a request to a resource ended.</summary>
    public void Report(Uri resource, bool succeeded)
    {
        lock (_gate)
        {
            string account = AccountOf(resource);
            if (!_histories.TryGetValue(account, out AccountHistory? history))
            {
                _histories.Add(account, history = new AccountHistory());
            }

            history.Add(timeProvider.GetUtcNow(), succeeded);
        }
    }

    /// <summary>The resources in the order to try them: one of each account, then the next of each.</summary>
    public IReadOnlyList<Uri> Order(IReadOnlyList<Uri> resources)
    {
        List<Uri>[] accounts = [.. resources.GroupBy(AccountOf, StringComparer.OrdinalIgnoreCase).Select(Shuffled)];
        List<Uri>[] ranked =
        [
            .. accounts
                .Select(account => (account, Tier: Tier(account[0]), Chance: _random(int.MaxValue)))
                .OrderBy(entry => entry.Tier)
                .ThenBy(entry => entry.Chance)
                .Select(entry => entry.account),
        ];
        return
        [
            .. Enumerable.Range(0, ranked.Length == 0 ? 0 : ranked.Max(account => account.Count))
                .SelectMany(turn => ranked.Where(account => account.Count > turn).Select(account => account[turn])),
        ];
    }

    /// <summary>The account that a resource belongs to: in the host's name, or first in the path where the host has none.</summary>
    public static string AccountOf(Uri resource)
    {
        bool isInPath = IPAddress.TryParse(resource.IdnHost, out _)
            || resource.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        return isInPath ? resource.Segments.ElementAtOrDefault(1)?.TrimEnd('/') ?? "" : resource.IdnHost.Split('.')[0];
    }

    private List<Uri> Shuffled(IEnumerable<Uri> resources) => [.. resources.OrderBy(_ => _random(int.MaxValue))];

    private int Tier(Uri resource)
    {
        lock (_gate)
        {
            double success = _histories.TryGetValue(AccountOf(resource), out AccountHistory? history)
                ? history.SuccessAt(timeProvider.GetUtcNow())
                : 1;
            return success switch
            {
                > 0.9 => 0,
                > 0.7 => 1,
                > 0.3 => 2,
                > 0 => 3,
                _ => 4,
            };
        }
    }
}
