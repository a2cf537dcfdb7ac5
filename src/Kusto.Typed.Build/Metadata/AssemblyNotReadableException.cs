namespace Kusto.Typed.Build.Metadata;

/// <summary>An assembly whose tables cannot be read: missing, no assembly at all, or written by another version.</summary>
internal sealed class AssemblyNotReadableException(string path, string message, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>The file that was to be read.</summary>
    public string Path { get; } = path;
}
