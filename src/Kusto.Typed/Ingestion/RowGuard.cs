namespace Kusto.Typed.Ingestion;

/// <summary>What is done about rows that do not fit, as the caller wants it.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="OnRowSkipped">Told of each row that is left out; null only where none is.</param>
internal readonly record struct RowGuard(ValuePolicy Policy, Action<KustoRowException>? OnRowSkipped)
{
    /// <exception cref="ArgumentOutOfRangeException">The policy is none.</exception>
    /// <exception cref="ArgumentException">Rows would be left out, and nobody would know.</exception>
    public void Check(string policyName, string callbackName)
    {
        if (Policy is < ValuePolicy.Throw or > ValuePolicy.SkipRow)
        {
            throw new ArgumentOutOfRangeException(policyName, Policy, $"The value is none of {nameof(ValuePolicy)}.");
        }

        if (Policy == ValuePolicy.SkipRow && OnRowSkipped is null)
        {
            throw new ArgumentException(
                $"Rows that cannot be written would be lost in silence: with {nameof(ValuePolicy)}.{nameof(ValuePolicy.SkipRow)} "
                + $"set {callbackName} too, which is told of each.",
                callbackName);
        }
    }

    /// <summary>True where the row may be left out: its values do not fit, and nothing else is wrong with it.</summary>
    public bool Skips(KustoRowException problem) => Policy == ValuePolicy.SkipRow && problem.IsRefusedByWriter;
}
