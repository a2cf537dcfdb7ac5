using Kusto.Typed.Local.Text;

namespace Kusto.Typed.Local.Management;

/// <summary>The properties behind a command: <c>with (docstring="...", removeOldestIfRequired=true)</c>.</summary>
internal sealed class CommandProperties
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private CommandProperties()
    {
    }

    public IReadOnlyDictionary<string, string> All => _values;

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads the properties, if there are any.</summary>
    /// <param name="text">The command behind its last argument.</param>
    /// <param name="known">The names that the command takes.</param>
    public static CommandProperties Read(TextScanner text, params ReadOnlySpan<string> known)
    {
        CommandProperties properties = new();
        if (!text.TryWord("with"))
        {
            return properties;
        }

        text.Expect('(');
        do
        {
            properties.ReadOne(text, known);
        }
        while (text.TryPunctuation(','));
        text.Expect(')');
        return properties;
    }

    public bool IsTrue(string name) => string.Equals(this[name], "true", StringComparison.OrdinalIgnoreCase);

    private void ReadOne(TextScanner text, ReadOnlySpan<string> known)
    {
        string name = text.ReadName("a property");
        bool isKnown = false;
        foreach (string candidate in known)
        {
            isKnown |= string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase);
        }

        if (!isKnown)
        {
            throw Refusal.NotSupported(
                $"The command does not take the property '{name}' here; it takes: {string.Join(", ", known)}.");
        }

        text.Expect('=');
        _values[name] = text.AtLiteral() ? text.ReadLiteral()
            : text.TryBareName(out string word) ? word
            : throw text.Unexpected("a string, true or false");
    }
}
