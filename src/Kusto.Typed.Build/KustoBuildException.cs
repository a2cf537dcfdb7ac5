namespace Kusto.Typed.Build;

/// <summary>What stops the build: an error with an id, at a file.</summary>
internal sealed class KustoBuildException(string code, string file, string message) : Exception(message)
{
    /// <summary>The committed copy of the schema is not what the build makes.</summary>
    public const string Stale = "KTB001";

    /// <summary>Two assemblies declare one table.</summary>
    public const string DeclaredTwice = "KTB002";

    /// <summary>An assembly or a file cannot be read or written.</summary>
    public const string NotAccessible = "KTB003";

    /// <summary>Nothing says where the committed copy is.</summary>
    public const string NoCopy = "KTB004";

    /// <summary>A file that somebody else wrote is in the way.</summary>
    public const string NotOurs = "KTB005";

    /// <summary>The error's id.</summary>
    public string Code { get; } = code;

    /// <summary>The file it is about.</summary>
    public string File { get; } = file;
}
