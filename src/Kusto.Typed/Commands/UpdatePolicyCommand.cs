namespace Kusto.Typed.Commands;

/// <summary>Tells the commands that set update policies: the service checks them against tables that have to be there.</summary>
internal static class UpdatePolicyCommand
{
    private const string Beginning = ".alter table ['";
    private const string Policy = "'] policy update ";

    // No name has a quote in it, so that the first one ends the table's.
    public static bool Is(string command)
    {
        int end = command.StartsWith(Beginning, StringComparison.Ordinal) ? command.IndexOf('\'', Beginning.Length) : -1;
        return end >= 0 && string.CompareOrdinal(command, end, Policy, 0, Policy.Length) == 0;
    }
}
