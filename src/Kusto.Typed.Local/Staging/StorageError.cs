namespace Kusto.Typed.Local.Staging;

/// <summary>A request to storage that is refused, in the words of Azure Storage.</summary>
internal sealed class StorageError(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;
}
