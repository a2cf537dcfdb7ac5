using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kusto.Typed.Generator.Tests.Evolution;

/// <summary>What a version of a type really does: read from the text that was generated for it.</summary>
internal sealed partial record GeneratedVersion(
    IReadOnlyDictionary<string, string> Columns,
    IReadOnlyDictionary<string, int> Mapping,
    IReadOnlyDictionary<string, int> Written,
    IReadOnlyDictionary<string, string> Read,
    string Lock)
{
    public static GeneratedVersion Of(string row, string tables)
    {
        string create = Text(row, "CreateMergeCommand");
        using JsonDocument mapping = JsonDocument.Parse(MappingJson().Match(Text(row, "MappingCommand")).Groups["json"].Value);
        string[] columns = [.. Column().Matches(create).Select(match => match.Groups["name"].Value)];
        return new GeneratedVersion(
            Column().Matches(create).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["type"].Value),
            mapping.RootElement.EnumerateArray().ToDictionary(
                element => element.GetProperty("Column").GetString()!,
                element => Number(element.GetProperty("Properties").GetProperty("Ordinal").GetString()!)),
            Write().Matches(row)
                .Select((match, field) => (Property: match.Groups["property"], Field: field))
                .Where(write => write.Property.Success)
                .ToDictionary(write => write.Property.Value, write => write.Field),
            ReadOf().Matches(row).ToDictionary(
                match => match.Groups["property"].Value, match => columns[Number(match.Groups["position"].Value)]),
            LockOf().Match(tables).Groups["lock"].Value.Replace("\\n", "\n", StringComparison.Ordinal));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(string row, string constant) =>
        Regex.Match(row, constant + @" =\s*(?<text>"".*"");", RegexOptions.ExplicitCapture).Groups["text"].Value.Trim('"');

    [GeneratedRegex(@"\['(?<name>[^']*)'\]:(?<type>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Column();

    [GeneratedRegex("'(?<json>\\[\\{.*\\}\\])'", RegexOptions.ExplicitCapture)]
    private static partial Regex MappingJson();

    // In the order in which they stand: that of the fields.
    [GeneratedRegex(@"csv\.(WriteFiller\(\)|Write\w+\(row\.(?<property>\w+)\));", RegexOptions.ExplicitCapture)]
    private static partial Regex Write();

    [GeneratedRegex(@"(?<property>\w+) = [^=\n]*record\.Read\w+\((?<position>\d+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex ReadOf();

    [GeneratedRegex("Lock = \"(?<lock>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex LockOf();
}
