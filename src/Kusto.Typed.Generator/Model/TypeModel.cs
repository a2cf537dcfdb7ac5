namespace Kusto.Typed.Generator.Model;

/// <summary>A partial type as its declaration opens.</summary>
/// <param name="Keyword">Such as <c>record struct</c>.</param>
/// <param name="Name">The name as source writes it, with <c>@</c> before a keyword.</param>
internal sealed record TypeModel(string Keyword, string Name)
{
    /// <summary>The name without <c>@</c>.</summary>
    public string PlainName => Name.TrimStart('@');
}
