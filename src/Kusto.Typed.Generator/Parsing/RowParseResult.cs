using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>What parsing a type gave: its model if nothing is wrong, and what is wrong at its real place.</summary>
/// <param name="Rows">One model, or none.</param>
/// <param name="Diagnostics">None where there is a model.</param>
/// <param name="Place">The attribute, for what is wrong with all types together.</param>
internal sealed record RowParseResult(
    IReadOnlyList<RowModel> Rows, IReadOnlyList<Diagnostic> Diagnostics, Location? Place);
