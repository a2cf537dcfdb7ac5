// kusto-typed: one verb for each class in Commands/.
using Kusto.Typed.Tool;

return await ToolProgram.RunAsync(args, new ToolInvocation { Input = Console.In }).ConfigureAwait(false);
