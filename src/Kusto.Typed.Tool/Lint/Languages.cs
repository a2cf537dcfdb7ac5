using Kusto.Typed.Tool.Lint.Reading;

namespace Kusto.Typed.Tool.Lint;

/// <summary>Which reader takes the literals out of a text, by the name of its language.</summary>
internal static class Languages
{
    private static readonly Dictionary<string, Func<LintText, IEnumerable<LintText>>> s_readers =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["kql"] = Plain,
            ["csl"] = Plain,
            ["kusto"] = Plain,
            ["txt"] = Plain,
            ["yml"] = Plain,
            ["yaml"] = Plain,
            ["md"] = MarkdownReader.Read,
            ["markdown"] = MarkdownReader.Read,
            ["cs"] = CSharpReader.Read,
            ["csx"] = CSharpReader.Read,
            ["csharp"] = CSharpReader.Read,
            ["c#"] = CSharpReader.Read,
            ["py"] = PythonReader.Read,
            ["python"] = PythonReader.Read,
            ["json"] = JsonReader.Read,
            ["jsonc"] = JsonReader.Read,
            ["ipynb"] = NotebookReader.Read,
            ["sh"] = ShellReader.Read,
            ["bash"] = ShellReader.Read,
            ["zsh"] = ShellReader.Read,
            ["shell"] = ShellReader.Read,
            ["ps1"] = PowerShellReader.Read,
            ["psm1"] = PowerShellReader.Read,
            ["powershell"] = PowerShellReader.Read,
            ["pwsh"] = PowerShellReader.Read,
        };

    /// <summary>Whether a file of a folder is looked at, by its extension.</summary>
    public static bool IsKnown(string path) => s_readers.ContainsKey(Extension(path));

    /// <summary>The texts in a file that may be commands.</summary>
    public static IEnumerable<LintText> ReadFile(LintFile file) => Read(Extension(file.Name), LintText.Of(file.Text));

    /// <summary>The texts that may be commands; a language that is not known is read as commands line by line.</summary>
    public static IEnumerable<LintText> Read(string language, LintText text) =>
        s_readers.GetValueOrDefault(language, Plain)(text);

    private static string Extension(string path) => Path.GetExtension(path).TrimStart('.');

    private static IEnumerable<LintText> Plain(LintText text) => [text];
}
