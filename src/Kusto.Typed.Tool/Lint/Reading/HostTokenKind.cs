namespace Kusto.Typed.Tool.Lint.Reading;

internal enum HostTokenKind
{
    Word,
    Sign,
    Literal,

    /// <summary>The end of a line that ends a statement.</summary>
    LineEnd,
}
