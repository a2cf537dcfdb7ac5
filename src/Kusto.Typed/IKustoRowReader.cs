using Kusto.Typed.Csv;
using Kusto.Typed.Schema;

namespace Kusto.Typed;

/// <summary>How a record becomes a C# value. The generator implements it for <c>[KustoTable]</c> types.</summary>
/// <typeparam name="TRow">The type of the rows.</typeparam>
public interface IKustoRowReader<TRow>
{
    /// <summary>The columns that are read, by name; <see cref="Read"/> asks for them by their ordinals.</summary>
    static abstract TableSchema Schema { get; }

    /// <summary>Makes a row from one record.</summary>
    /// <exception cref="KustoRowException">A field is null or not of the property's type.</exception>
    static abstract TRow Read(ref KustoRecordReader record);
}
