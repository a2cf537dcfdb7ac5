namespace Kusto.Typed;

/// <summary>The base of every exception of this library but those of wrong arguments and of cancellation.</summary>
public class KustoTypedException : Exception
{
    /// <summary>An exception with its message and what caused it; null: nothing did.</summary>
    public KustoTypedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
