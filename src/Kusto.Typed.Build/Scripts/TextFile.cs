using System.Text;

namespace Kusto.Typed.Build.Scripts;

/// <summary>Text files, whose line ends are <c>\n</c> here whatever a checkout has made of them.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The file's text; null where there is no file.</summary>
    /// <exception cref="KustoBuildException">It cannot be read.</exception>
    public static string? Read(string path) => Access(path, () =>
        File.Exists(path) ? File.ReadAllText(path, s_utf8).Replace("\r\n", "\n") : null);

    /// <summary>Writes the file and its folder; null: deletes it.</summary>
    /// <exception cref="KustoBuildException">It cannot be written.</exception>
    public static void Write(string path, string? text) => Access<object?>(path, () =>
    {
        if (text is null)
        {
            File.Delete(path);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, s_utf8);
        }

        return null;
    });

    private static TResult Access<TResult>(string path, Func<TResult> access)
    {
        try
        {
            return access();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new KustoBuildException(
                KustoBuildException.NotAccessible, path, $"The file '{path}' cannot be used: {refused.Message}");
        }
    }
}
