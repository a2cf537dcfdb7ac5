using System.Text;

namespace Kusto.Typed.Build.Scripts;

/// <summary>The tables as a script of commands: one a line and no blank lines, at which interactive tools cut.</summary>
internal static class KqlScript
{
    /// <summary>The first line of every script.</summary>
    public const string FirstLine =
        "// Written by the build from the tables' types (Kusto.Typed). Change the types: changes of this file are lost.";

    private const string UpdatePolicy = "'] policy update ";

    /// <summary>The script.</summary>
    /// <remarks>Update policies stand at the end: the service checks them against tables that have to be there.</remarks>
    public static string Of(IEnumerable<ProjectTable> tables)
    {
        StringBuilder script = new(FirstLine + "\n");
        List<string> last = [];
        foreach (ProjectTable declared in tables)
        {
            script.Append($"// {declared.Table.Name}{(declared.IsOwn ? "" : $", from {declared.Assembly}")}\n");
            foreach (string command in declared.Table.Script.Split('\n'))
            {
                if (IsUpdatePolicy(command))
                {
                    last.Add(command);
                }
                else
                {
                    script.Append(command).Append('\n');
                }
            }
        }

        return last.Count == 0
            ? script.ToString()
            : script.Append("// Update policies\n").Append(string.Join("\n", last)).Append('\n').ToString();
    }

    // No name has a quote in it, so that the first one ends the table's.
    private static bool IsUpdatePolicy(string command)
    {
        const string Alter = ".alter table ['";
        int end = command.StartsWith(Alter, StringComparison.Ordinal) ? command.IndexOf('\'', Alter.Length) : -1;
        return end >= 0
            && string.CompareOrdinal(command, end, UpdatePolicy, 0, UpdatePolicy.Length) == 0;
    }
}
