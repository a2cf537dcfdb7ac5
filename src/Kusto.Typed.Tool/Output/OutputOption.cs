using System.CommandLine;

namespace Kusto.Typed.Tool.Output;

/// <summary>The option <c>--output</c>, the same for each verb that reports.</summary>
internal static class OutputOption
{
    /// <summary>The option with all formats, or with those named.</summary>
    public static Option<OutputFormat> Create(params OutputFormat[] formats)
    {
        OutputFormat[] taken = formats.Length > 0 ? formats : Enum.GetValues<OutputFormat>();
        string names = string.Join(", ", taken.Select(Name));
        Option<OutputFormat> option = new("--output", "-o")
        {
            Description = $"How to report: {names}.",
            HelpName = names.Replace(", ", "|"),
            DefaultValueFactory = _ => OutputFormat.Text,
            CustomParser = result =>
            {
                string word = result.Tokens[^1].Value;
                int place = Array.FindIndex(taken, format => Name(format) == word);
                if (place < 0)
                {
                    result.AddError($"--output takes {names}; found '{word}'.");
                    return default;
                }

                return taken[place];
            },
        };
        return option;
    }

    private static string Name(OutputFormat format) => format.ToString().ToLowerInvariant();
}
