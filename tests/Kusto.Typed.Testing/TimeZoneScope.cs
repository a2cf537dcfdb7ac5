namespace Kusto.Typed.Testing;

/// <summary>Moves the whole process into another time zone; tests that use it must not run beside others.</summary>
/// <remarks>Put them in a test collection with <c>DisableParallelization</c>.</remarks>
public sealed class TimeZoneScope : IDisposable
{
    private const string Variable = "TZ";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Enters a time zone by its IANA name.</summary>
    /// <exception cref="PlatformNotSupportedException">The system takes its zone from elsewhere, as Windows does.</exception>
    public TimeZoneScope(string name)
    {
        Set(name);
        if (TimeZoneInfo.Local.Id != name)
        {
            string found = TimeZoneInfo.Local.Id;
            Set(_before);
            throw new PlatformNotSupportedException($"TZ={name} is not heard: the local time zone is {found}.");
        }
    }

    /// <summary>Returns to the time zone before.</summary>
    public void Dispose() => Set(_before);

    private static void Set(string? name)
    {
        Environment.SetEnvironmentVariable(Variable, name);
        TimeZoneInfo.ClearCachedData();
    }
}
