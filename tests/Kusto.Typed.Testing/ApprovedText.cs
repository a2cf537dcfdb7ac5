using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace Kusto.Typed.Testing;

/// <summary>Compares a text with the one that was approved, a file beside the test.</summary>
/// <remarks>
/// <c>Name.verified.txt</c> is what was approved. Where the text differs it is written to <c>Name.received.txt</c>,
/// and approving it is renaming that file.
/// </remarks>
public static class ApprovedText
{
    /// <summary>Fails unless the text is the approved one; line ends may differ.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name of the file, without <c>.verified.txt</c>.</param>
    /// <param name="extension">The last part of the file's name, such as <c>cs</c> for a generated source.</param>
    /// <param name="testFile">The test's own file, which the compiler names.</param>
    public static void ShouldMatch(
        string text, string name, string extension = "txt", [CallerFilePath] string testFile = "")
    {
        string file = Path.Combine(Path.GetDirectoryName(testFile)!, name);
        string verified = $"{file}.verified.{extension}";
        string received = $"{file}.received.{extension}";
        string actual = WithLineFeeds(text);
        string? approved = File.Exists(verified) ? WithLineFeeds(File.ReadAllText(verified)) : null;
        if (string.Equals(actual, approved, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        throw new XunitException(
            $"""
            {name} is not as approved{(approved is null ? ": nothing is approved yet" : FirstDifference(approved, actual))}.
            If the new text is right:
              mv '{received}' '{verified}'
            """);
    }

    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n");

    private static string FirstDifference(string approved, string actual)
    {
        string[] wanted = approved.Split('\n');
        string[] found = actual.Split('\n');
        int line = 0;
        while (line < wanted.Length && line < found.Length && wanted[line] == found[line])
        {
            line++;
        }

        return $", first in line {line + 1}:\n  approved: {Line(wanted, line)}\n  received: {Line(found, line)}\n";
    }

    private static string Line(string[] lines, int line) => line < lines.Length ? lines[line] : "(the end)";
}
