namespace Kusto.Typed.Tool;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing to complain of.</summary>
    public const int Fine = 0;

    /// <summary>Done, and something was found.</summary>
    public const int Finding = 1;

    /// <summary>Not done: the words on the command line, or a file that they name.</summary>
    public const int Usage = 2;

    /// <summary>Not done: the service refused, or was not reached.</summary>
    public const int Service = 3;
}
