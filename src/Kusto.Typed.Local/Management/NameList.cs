namespace Kusto.Typed.Local.Management;

/// <summary>Names of tables between parentheses.</summary>
internal static class NameList
{
    public static IReadOnlyList<string> Read(CommandContext context)
    {
        context.Text.Expect('(');
        return ReadRest(context);
    }

    /// <summary>Reads the list behind its opening parenthesis.</summary>
    public static IReadOnlyList<string> ReadRest(CommandContext context)
    {
        List<string> names = [];
        do
        {
            names.Add(context.ReadTableName());
        }
        while (context.Text.TryPunctuation(','));
        context.Text.Expect(')');
        return names;
    }
}
