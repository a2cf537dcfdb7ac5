using Xunit;

namespace Kusto.Typed.Testing;

/// <summary>A test with an oracle in Node: skipped where that is not installed, except on a build server.</summary>
/// <remarks>
/// With <c>CI=true</c> the test runs all the same and <see cref="NodeScript.RunAsync"/> fails with the reason: an
/// exception from an attribute's constructor would be a problem of discovery, which no runner has to count.
/// </remarks>
public sealed class NodeFactAttribute : FactAttribute
{
    /// <summary>Decides whether the test is skipped.</summary>
    public NodeFactAttribute() => Skip = NodeScript.IsContinuousIntegration ? null : NodeScript.Missing;
}

/// <summary>A theory with an oracle in Node: skipped where that is not installed, except on a build server.</summary>
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    /// <summary>Decides whether the test is skipped.</summary>
    public NodeTheoryAttribute() => Skip = NodeScript.IsContinuousIntegration ? null : NodeScript.Missing;
}
