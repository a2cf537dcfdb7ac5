namespace Kusto.Typed.Tool;

/// <summary>What the user asked for cannot be done; the message says what to ask instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
