namespace Kusto.Typed.Generator.Model;

/// <summary>How values of one C# type become a field and a field becomes such a value.</summary>
/// <param name="Type">The column's type.</param>
/// <param name="Write">The writer's method.</param>
/// <param name="Read">The reader's method, with its type argument if it has one.</param>
/// <param name="FixedBytes">The most that a field takes; 0 where the writer makes room by the value.</param>
internal sealed record CodecModel(KustoType Type, string Write, string Read, int FixedBytes)
{
    /// <summary>What the reader's method is given besides the column; null: nothing.</summary>
    public string? ReadArgument { get; init; }

    /// <summary>True where the reader makes something empty of a null.</summary>
    public bool ReadsEmpty => Read is "ReadString" or "ReadBytes";

    /// <summary>True for a text as it is.</summary>
    public bool IsText => Write == "WriteString" && Read == "ReadString";
}
