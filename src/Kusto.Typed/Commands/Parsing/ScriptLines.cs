namespace Kusto.Typed.Commands.Parsing;

/// <summary>Finds where the commands of a script begin and end.</summary>
internal static class ScriptLines
{
    /// <summary>Goes to the next dot that begins a line and a command, or to the end.</summary>
    public static void GoToCommand(CommandScanner scanner)
    {
        scanner.SkipBlanks();
        while (!scanner.IsAtEnd && !IsCommand(scanner))
        {
            SkipToLineEnd(scanner);
            scanner.SkipBlanks();
        }
    }

    /// <summary>Goes to the end of the line that the scanner is in, or to that of a literal that goes beyond it.</summary>
    public static void SkipToLineEnd(CommandScanner scanner)
    {
        while (!scanner.IsAtEnd && scanner.Current != '\n')
        {
            SkipOne(scanner);
        }
    }

    /// <summary>Goes to the line that the next command begins in.</summary>
    /// <returns>Where the text of this one ends.</returns>
    public static int SkipCommand(CommandScanner scanner)
    {
        int end = scanner.Position;
        while (!scanner.IsAtEnd)
        {
            SkipToLineEnd(scanner);
            end = LastOfText(scanner.Text, end, scanner.Position);
            scanner.SkipBlanks();
            if (IsCommand(scanner))
            {
                break;
            }
        }

        return end;
    }

    private static bool IsCommand(CommandScanner scanner) =>
        scanner.Current == '.'
        && scanner.Position + 1 < scanner.Text.Length
        && char.IsAsciiLetter(scanner.Text[scanner.Position + 1]);

    // Data after <| may hold quotes that close nothing: those are characters like others.
    private static void SkipOne(CommandScanner scanner)
    {
        if (scanner.TrySkipComment())
        {
            return;
        }

        if (!LiteralReader.IsStart(scanner.Text, scanner.Position))
        {
            scanner.Position++;
            return;
        }

        try
        {
            scanner.Position += LiteralReader.Read(scanner.Text, scanner.Position).Place.Length;
        }
        catch (CommandFormatException)
        {
            scanner.Position++;
        }
    }

    private static int LastOfText(string text, int from, int to)
    {
        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        return to;
    }
}
