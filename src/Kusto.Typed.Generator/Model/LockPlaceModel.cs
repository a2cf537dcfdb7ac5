namespace Kusto.Typed.Generator.Model;

/// <summary>A line of a lock.</summary>
/// <param name="Path">The file.</param>
/// <param name="Start">Where the line begins, in characters from the file's beginning.</param>
/// <param name="Line">The line, from 0.</param>
/// <param name="Length">Its length.</param>
internal sealed record LockPlaceModel(string Path, int Start, int Line, int Length);
