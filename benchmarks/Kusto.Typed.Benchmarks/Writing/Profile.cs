using System.Globalization;

namespace Kusto.Typed.Benchmarks.Writing;

/// <summary>Our writer alone, for some seconds: something for a profiler to look at.</summary>
internal static class Profile
{
    public const string Verb = "profile";
    private const int Rows = 2000;
    private const int Runs = 2000;
    private const int Rounds = 8;

    /// <summary>Writes rows of one of the two shapes, and how long each round took.</summary>
    public static void Run(string shape)
    {
        StormEvent[] storms = SomeRows.StormEvents(Rows);
        Telemetry[] telemetry = SomeRows.Telemetry(Rows);
        using CountingStream output = new();
        for (int round = 0; round < Rounds; round++)
        {
            long start = ThreadClock.Now();
            for (int run = 0; run < Runs; run++)
            {
                if (shape == "telemetry")
                {
                    Contenders.WriteOurs(telemetry, output);
                }
                else
                {
                    Contenders.WriteOurs(storms, output);
                }
            }

            double nanoseconds = (double)(ThreadClock.Now() - start) / Rows / Runs;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shape}: {nanoseconds:F1} ns a row"));
        }
    }
}
