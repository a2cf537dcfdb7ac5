namespace Kusto.Typed.Tool.Output;

/// <summary>Something that was found, and where.</summary>
/// <param name="Rule">What it goes against.</param>
/// <param name="Message">What was found and what to do, in one line.</param>
internal sealed record Finding(FindingRule Rule, string Message)
{
    /// <summary>The file as the user named it, with slashes; null: the finding is of no file.</summary>
    public string? File { get; init; }

    /// <summary>The line in the file, from 1; 0: the file as a whole.</summary>
    public int Line { get; init; }

    /// <summary>The column in the line, from 1, in UTF-16 characters; 0: the line as a whole.</summary>
    public int Column { get; init; }

    public string RuleId => Rule.Id;

    public FindingLevel Level => Rule.Level;
}
