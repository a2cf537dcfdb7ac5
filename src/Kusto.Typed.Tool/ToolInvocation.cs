using System.CommandLine;
using Spectre.Console;

namespace Kusto.Typed.Tool;

/// <summary>What one run of the tool reads from and writes to; the process's own console unless a test says otherwise.</summary>
internal sealed class ToolInvocation : InvocationConfiguration
{
    /// <summary>Wider than any line, so that nothing breaks lines that others read.</summary>
    private const int NoWrap = 1_000_000;

    private readonly Lazy<IAnsiConsole> _console;

    public ToolInvocation() => _console = new(CreateConsole);

    /// <summary>Standard input.</summary>
    public required TextReader Input { get; init; }

    /// <summary>Standard output with colours, where it is a terminal that shows them.</summary>
    public IAnsiConsole Console => _console.Value;

    /// <summary>The invocation that a verb runs in.</summary>
    public static ToolInvocation Of(ParseResult words) => (ToolInvocation)words.InvocationConfiguration;

    private IAnsiConsole CreateConsole()
    {
        bool isTerminal = Output == System.Console.Out && !System.Console.IsOutputRedirected;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Out = new AnsiConsoleOutput(Output),
        });
        console.Profile.Width = NoWrap;
        return console;
    }
}
