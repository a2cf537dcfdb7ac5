namespace Kusto.Typed.Schema;

/// <summary>A policy that Kusto would refuse, with the sentence that says so by itself.</summary>
internal sealed class PolicyProblemException(string problem, string name) : ArgumentException(problem + ".", name)
{
    public string Problem { get; } = problem;
}
