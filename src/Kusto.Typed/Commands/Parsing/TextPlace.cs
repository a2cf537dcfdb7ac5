namespace Kusto.Typed.Commands.Parsing;

/// <summary>A part of a text.</summary>
/// <param name="Offset">Where it begins, in UTF-16 characters from 0.</param>
/// <param name="Length">How long it is, in UTF-16 characters.</param>
public readonly record struct TextPlace(int Offset, int Length);
