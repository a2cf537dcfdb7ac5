using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Why a constructor cannot make a row, in the words of KT0009.</summary>
internal sealed record ReadingProblem(Location? Place, string Subject, string Found, string Advice);
