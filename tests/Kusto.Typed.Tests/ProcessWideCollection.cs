namespace Kusto.Typed.Tests;

/// <summary>Tests that change the whole process, such as its time zone, or measure it: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWideCollection
{
    public const string Name = "Process-wide";
}
