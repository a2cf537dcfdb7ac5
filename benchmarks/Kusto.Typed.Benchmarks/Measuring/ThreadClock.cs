using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kusto.Typed.Benchmarks.Measuring;

/// <summary>The processor time of the current thread, which other load on the machine disturbs least.</summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>What the nanoseconds are of: only Linux tells them of a thread.</summary>
    public static string Kind => OperatingSystem.IsLinux() ? "thread CPU time" : "wall clock";

    /// <summary>Nanoseconds since some moment.</summary>
    public static long Now()
    {
        if (!OperatingSystem.IsLinux())
        {
            return (long)(Stopwatch.GetTimestamp() * ((double)NanosecondsPerSecond / Stopwatch.Frequency));
        }

        return clock_gettime(ThreadCpuTime, out TimeSpec time) == 0
            ? (time.Seconds * NanosecondsPerSecond) + time.Nanoseconds
            : throw new InvalidOperationException("The system does not tell the processor time of a thread.");
    }

    [DllImport("libc")]
    private static extern int clock_gettime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
