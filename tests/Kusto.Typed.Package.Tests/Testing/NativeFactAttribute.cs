using System.Runtime.InteropServices;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Package.Tests.Testing;

/// <summary>A test that compiles to native code: skipped where no linker is installed, except on a build server.</summary>
public sealed class NativeFactAttribute : FactAttribute
{
    /// <summary>Decides whether the test is skipped.</summary>
    public NativeFactAttribute() => Skip = NodeScript.IsContinuousIntegration ? null : Missing;

    private static string? Missing =>
        !OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64
            ? "Native code is compiled on Linux x64 only here."
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")))
                ? null
                : "Neither clang nor gcc is on the PATH: install one of them.";
}
