using System.Collections;
using Microsoft.Build.Framework;

namespace Kusto.Typed.Build.Tests.Testing;

/// <summary>A build engine that writes down what tasks say.</summary>
internal sealed class RecordingEngine : IBuildEngine
{
    public List<BuildErrorEventArgs> Errors { get; } = [];

    public List<string?> Messages { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "Plant.csproj";

    /// <summary>Runs a task that is to succeed without a word of warning.</summary>
    public static RecordingEngine Run(ITask task)
    {
        RecordingEngine engine = new();
        task.BuildEngine = engine;
        task.Execute().ShouldBeTrue(string.Join("\n", engine.Errors.Select(error => error.Message)));
        engine.Errors.ShouldBeEmpty();
        return engine;
    }

    /// <summary>Runs a task that is to fail, and says with which errors.</summary>
    public static IReadOnlyList<BuildErrorEventArgs> Fail(ITask task)
    {
        RecordingEngine engine = new();
        task.BuildEngine = engine;
        task.Execute().ShouldBeFalse();
        return engine.Errors;
    }

    public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e);

    public void LogWarningEvent(BuildWarningEventArgs e) => throw new InvalidOperationException(e.Message);

    public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e.Message);

    public void LogCustomEvent(CustomBuildEventArgs e) => Messages.Add(e.Message);

    public bool BuildProjectFile(
        string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException();
}
