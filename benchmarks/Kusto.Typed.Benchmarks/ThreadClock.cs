using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kusto.Typed.Benchmarks;

/// <summary>The CPU time of this thread: what others do on the machine at the same time is not in it.</summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Nanoseconds since some moment; of the wall clock where the system tells nothing better.</summary>
    public static double Nanoseconds =>
        OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out TimeSpec time) == 0
            ? (time.Seconds * 1e9) + time.Nanoseconds
            : Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
