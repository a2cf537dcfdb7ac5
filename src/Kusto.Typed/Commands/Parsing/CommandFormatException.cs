namespace Kusto.Typed.Commands.Parsing;

/// <summary>A text is not the command it began as; the message says what was found where and what was expected.</summary>
public sealed class CommandFormatException : FormatException
{
    /// <summary>Makes the exception for one place in a text.</summary>
    /// <param name="message">What was found and what was expected.</param>
    /// <param name="offset">Where, in UTF-16 characters from the start of the text.</param>
    /// <param name="innerException">What led to it; null: nothing else.</param>
    public CommandFormatException(string message, int offset, Exception? innerException = null)
        : base(message, innerException) => Offset = offset;

    /// <summary>Where the trouble is, in UTF-16 characters from the start of the text.</summary>
    public int Offset { get; }
}
