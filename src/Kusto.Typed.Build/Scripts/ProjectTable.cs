using Kusto.Typed.Build.Metadata;

namespace Kusto.Typed.Build.Scripts;

/// <summary>A table of a project or of what it references.</summary>
/// <param name="Table">What its assembly says of it.</param>
/// <param name="Assembly">The name of that assembly.</param>
/// <param name="IsOwn">Whether the project itself declares it.</param>
internal sealed record ProjectTable(AssemblyTable Table, string Assembly, bool IsOwn);
