using System.Text.RegularExpressions;

namespace Kusto.Typed.Tool.Lint;

/// <summary>A pattern of paths: <c>*</c> and <c>?</c> within a name, <c>**</c> for any folders.</summary>
internal sealed class GlobPattern
{
    private readonly Regex _paths;

    public GlobPattern(string pattern)
    {
        string[] parts = pattern.Replace('\\', '/').Split('/');
        int plain = Array.FindIndex(parts, IsOne);
        string folder = string.Join('/', parts[..plain]);
        Folder = plain == 0 ? "." : folder.Length == 0 ? "/" : folder;
        string expression = string.Join('/', parts.Select(Expression)).Replace("(.*)/", "(.*/)?");
        _paths = new Regex($"^{expression}$", RegexOptions.CultureInvariant);
    }

    /// <summary>The folder below which all that matches is.</summary>
    public string Folder { get; }

    public static bool IsOne(string word) => word.AsSpan().ContainsAny('*', '?');

    public bool Matches(string path) => _paths.IsMatch(path.Replace('\\', '/'));

    private static string Expression(string part) =>
        part == "**" ? "(.*)" : Regex.Escape(part).Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]");
}
