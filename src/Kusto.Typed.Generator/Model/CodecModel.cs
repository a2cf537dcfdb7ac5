namespace Kusto.Typed.Generator.Model;

/// <summary>How values of one C# type become a field and a field becomes such a value.</summary>
/// <param name="Type">The column's type.</param>
/// <param name="Write">The writer's method.</param>
/// <param name="Read">The reader's method, with its type argument if it has one.</param>
/// <param name="FixedBytes">The most that a field takes; 0 where the writer makes room by the value.</param>
internal sealed record CodecModel(KustoType Type, string Write, string Read, int FixedBytes)
{
    /// <summary>True where the record's first call makes the room by the text's length.</summary>
    public bool IsReservedText => Write == "WriteString" && Read == "ReadString";
}
