namespace Kusto.Typed.Commands.Parsing;

/// <summary>Reads the list after <c>with</c>: <c>(docstring = "…", folder = "…")</c>.</summary>
internal static class CommandProperties
{
    /// <returns>The values by their names, whose case does not count.</returns>
    public static Dictionary<string, string> Parse(CommandScanner scanner)
    {
        Dictionary<string, string> properties = new(StringComparer.OrdinalIgnoreCase);
        scanner.Read('(', "after 'with'");
        while (!scanner.TryRead(')'))
        {
            string name = scanner.ReadName("a property").Text;
            scanner.Read('=', $"after the property {name}");
            properties[name] = Value(scanner, name);
            if (!scanner.TryRead(','))
            {
                scanner.Read(')', $"after the property {name}");
                break;
            }
        }

        return properties;
    }

    // Numbers, times and true stand without quotes.
    private static string Value(CommandScanner scanner, string name)
    {
        scanner.SkipBlanks();
        return LiteralReader.IsStart(scanner.Text, scanner.Position)
            ? scanner.ReadLiteral($"the value of the property {name}").Value
            : scanner.ReadName($"the property {name}'s value").Text;
    }
}
