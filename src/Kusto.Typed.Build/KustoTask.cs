using Kusto.Typed.Build.Metadata;

namespace Kusto.Typed.Build;

/// <summary>A task whose failures are errors of the build, with an id and a file.</summary>
public abstract class KustoTask : Microsoft.Build.Utilities.Task
{
    private protected KustoTask()
    {
    }

    /// <summary>Runs the task.</summary>
    /// <returns>False where an error was logged.</returns>
    public sealed override bool Execute()
    {
        try
        {
            Run();
        }
        catch (KustoBuildException error)
        {
            LogError(error.Code, error.File, error.Message);
        }
        catch (AssemblyNotReadableException error)
        {
            LogError(KustoBuildException.NotAccessible, error.Path, error.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private protected abstract void Run();

    private protected void LogError(string code, string file, string message) => Log.LogError(
        subcategory: null,
        errorCode: code,
        helpKeyword: null,
        file: file,
        lineNumber: 0,
        columnNumber: 0,
        endLineNumber: 0,
        endColumnNumber: 0,
        message: "{0}",
        messageArgs: message);
}
