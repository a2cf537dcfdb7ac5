namespace Kusto.Typed.Local.Management;

/// <summary>Names of tables or columns between parentheses.</summary>
internal static class NameList
{
    public static IReadOnlyList<string> Read(CommandContext context, string what = "the name of a table")
    {
        context.Text.Expect('(');
        return ReadRest(context, what);
    }

    /// <summary>Reads the list behind its opening parenthesis.</summary>
    public static IReadOnlyList<string> ReadRest(CommandContext context, string what = "the name of a table")
    {
        List<string> names = [];
        do
        {
            names.Add(context.Text.ReadName(what));
        }
        while (context.Text.TryPunctuation(','));
        context.Text.Expect(')');
        return names;
    }
}
