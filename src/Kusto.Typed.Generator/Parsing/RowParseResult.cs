using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>What parsing a type gave: its model if nothing is wrong, and what is to say of it at its real place.</summary>
/// <param name="Rows">One model, or none.</param>
/// <param name="Diagnostics">No errors where there is a model.</param>
/// <param name="Places">Where the model's parts stand; null where there is none.</param>
internal sealed record RowParseResult(
    IReadOnlyList<RowModel> Rows, IReadOnlyList<Diagnostic> Diagnostics, RowPlaces? Places);
