using System.Collections.Immutable;
using Kusto.Typed.Local.Storage;
using Kusto.Typed.Local.Text;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Local.Management;

/// <summary>The columns in a command: <c>(['At']:datetime, Value:real)</c>.</summary>
internal static class ColumnList
{
    // Kusto's own aliases. uint32 is a signed 32-bit integer and ulong a signed long: no alias changes a range.
    private static readonly Dictionary<string, KustoType> s_aliases = new(StringComparer.Ordinal)
    {
        ["int32"] = KustoType.Int,
        ["uint"] = KustoType.Int,
        ["uint32"] = KustoType.Int,
        ["int16"] = KustoType.Int,
        ["uint16"] = KustoType.Int,
        ["int8"] = KustoType.Int,
        ["uint8"] = KustoType.Int,
        ["int64"] = KustoType.Long,
        ["ulong"] = KustoType.Long,
        ["uint64"] = KustoType.Long,
        ["double"] = KustoType.Real,
        ["float"] = KustoType.Real,
        ["boolean"] = KustoType.Bool,
        ["date"] = KustoType.DateTime,
        ["time"] = KustoType.TimeSpan,
        ["uniqueid"] = KustoType.Guid,
    };

    /// <summary>Reads the list: at least one column, none twice.</summary>
    public static ImmutableArray<Column> Read(TextScanner text)
    {
        List<Column> columns = [];
        text.Expect('(');
        do
        {
            string name = CheckedName(text.ReadName("the name of a column"), "column");
            text.Expect(':');
            if (columns.Exists(column => column.Name == name))
            {
                throw Refusal.Semantic($"the column '{name}' is declared twice.");
            }

            columns.Add(Column.New(name, ReadType(text)));
        }
        while (text.TryPunctuation(','));
        text.Expect(')');
        return [.. columns];
    }

    public static KustoType ReadType(TextScanner text)
    {
        if (!text.TryBareName(out string name))
        {
            throw text.Unexpected("a type");
        }

        return TryType(name, out KustoType type)
            ? type
            : throw Refusal.Syntax($"'{name}' is no scalar type of Kusto.");
    }

    public static bool TryType(string name, out KustoType type) =>
        KustoTypeNames.TryParse(name, out type) || s_aliases.TryGetValue(name, out type);

    public static string CheckedName(string name, string what) =>
        EntityName.Problem(name) is { } problem
            ? throw new RequestRefusedException(
                400,
                "BadRequest_EntityNameIsNotValid",
                "Kusto.Data.Exceptions.EntityNameIsNotValidException",
                $"'{name}' is no name for a {what}: {problem}.")
            : name;
}
