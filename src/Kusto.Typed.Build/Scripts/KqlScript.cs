using System.Text;
using Kusto.Typed.Commands;

namespace Kusto.Typed.Build.Scripts;

/// <summary>The tables as a script of commands: one a line and no blank lines, at which interactive tools cut.</summary>
internal static class KqlScript
{
    /// <summary>The first line of every script.</summary>
    public const string FirstLine =
        "// Written by the build from the tables' types (Kusto.Typed). Change the types: changes of this file are lost.";

    /// <summary>The script.</summary>
    /// <remarks>Update policies stand at the end: the service checks them against tables that have to be there.</remarks>
    public static string Of(IEnumerable<ProjectTable> tables)
    {
        StringBuilder script = new(FirstLine + "\n");
        List<string> last = [];
        foreach (ProjectTable declared in tables)
        {
            script.Append("// ").Append(declared.Table.Name).Append(declared.IsOwn ? "" : $", from {declared.Assembly}").Append('\n');
            foreach (string command in declared.Table.Script.Split('\n'))
            {
                if (UpdatePolicyCommand.Is(command))
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
}
