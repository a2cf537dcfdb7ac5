namespace Kusto.Typed.Tool.Output;

/// <summary>What <c>--output</c> takes.</summary>
internal enum OutputFormat
{
    Text,
    Json,
    Markdown,
    Sarif,
}
