namespace Kusto.Typed.Local.Management;

/// <summary>A column of an answer.</summary>
internal readonly record struct ResultColumn(string Name, KustoType Type)
{
    public static ResultColumn[] Strings(params ReadOnlySpan<string> names)
    {
        ResultColumn[] columns = new ResultColumn[names.Length];
        for (int place = 0; place < names.Length; place++)
        {
            columns[place] = new ResultColumn(names[place], KustoType.String);
        }

        return columns;
    }
}

/// <summary>The answer to a command.</summary>
internal sealed record ResultTable(IReadOnlyList<ResultColumn> Columns, IReadOnlyList<object?[]> Rows);
