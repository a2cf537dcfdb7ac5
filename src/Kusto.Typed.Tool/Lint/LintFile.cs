namespace Kusto.Typed.Tool.Lint;

/// <summary>A text to look through.</summary>
/// <param name="Name">What findings call it; its extension says which language it is in.</param>
/// <param name="Text">What it says.</param>
internal sealed record LintFile(string Name, string Text);
