using System.Text.RegularExpressions;
using Kusto.Typed.Testing;

namespace Kusto.Typed.EndToEnd.Tests.Docs;

/// <summary>The pages lead to each other.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void EveryLinkOfAPageLeadsToAFile()
    {
        string root = Repository.PathOf();
        List<string> pages = [.. Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories)];
        pages.AddRange([Path.Combine(root, "README.md"), Path.Combine(root, "CHANGELOG.md")]);

        IEnumerable<string> broken =
            from page in pages
            from Match link in Link().Matches(File.ReadAllText(page))
            let target = link.Groups[1].Value
            where !target.Contains("://", StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target.Split('#')[0]))
            select $"{Path.GetRelativePath(root, page)}: {target}";

        pages.Count.ShouldBeGreaterThan(10);
        broken.ShouldBeEmpty();
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
