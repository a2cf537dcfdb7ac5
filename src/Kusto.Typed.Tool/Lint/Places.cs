using Kusto.Typed.Tool.Output;

namespace Kusto.Typed.Tool.Lint;

/// <summary>Offsets as lines and columns.</summary>
internal static class Places
{
    public static Finding At(LintFile file, int offset, Finding finding)
    {
        ReadOnlySpan<char> before = file.Text.AsSpan(0, Math.Min(offset, file.Text.Length));
        return finding with
        {
            File = file.Name,
            Line = before.Count('\n') + 1,
            Column = before.Length - before.LastIndexOf('\n'),
        };
    }
}
