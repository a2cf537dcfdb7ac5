namespace Kusto.Typed.Tool.Output;

/// <summary>What is looked for.</summary>
/// <param name="Id">Its name for ever, such as <c>KL001</c>.</param>
/// <param name="Level">How much a finding of it matters.</param>
/// <param name="Title">A short sentence that says what is wrong.</param>
internal sealed record FindingRule(string Id, FindingLevel Level, string Title);
