using System.CommandLine;
using Kusto.Typed.Tool.Explain;

namespace Kusto.Typed.Tool.Commands;

/// <summary><c>explain</c>: what an ingestion error code means, and what to do.</summary>
internal static class ExplainVerb
{
    public static Command Create()
    {
        Argument<string?> code = new("code")
        {
            Description = "The code, such as BadRequest_EmptyBlob, or its number; none: all that are known.",
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "CODE",
        };
        Command command = new("explain", "Says what an ingestion error code means and what to do.") { code };
        command.Run((words, invocation, _) => Task.FromResult(
            words.GetValue(code) is { } wanted ? Explain(wanted, invocation) : List(invocation)));
        return command;
    }

    private static int List(ToolInvocation invocation)
    {
        foreach (IngestionError error in IngestionErrors.All)
        {
            invocation.Output.Write($"{error.Code} ({error.Lasting}): {error.Meaning}\n");
        }

        return ExitCode.Fine;
    }

    private static int Explain(string code, ToolInvocation invocation)
    {
        if (IngestionErrors.Find(code) is { } error)
        {
            string number = error.Number is null ? "" : $" ({error.Number})";
            string lasting = error.IsPermanent
                ? "permanent: the service does not try again"
                : "transient: the same may succeed later";
            invocation.Output.Write($"{error.Code}{number}, {lasting}.\n{error.Meaning}\nWhat to do: {error.Advice}\n");
            return ExitCode.Fine;
        }

        string near = string.Join(", ", IngestionErrors.Near(code).Select(found => found.Code));
        invocation.Error.Write(
            $"'{code}' is none of the {IngestionErrors.All.Count} codes known here; the service may have others.\n"
            + (near.Length > 0 ? $"Near it are: {near}.\n" : "'kusto-typed explain' lists them all.\n"));
        return ExitCode.Finding;
    }
}
