namespace Kusto.Typed.Generator.Tests.Evolution;

/// <summary>A table with rows of earlier versions, which does what Kusto does: by names, and silently.</summary>
internal sealed class ShippedTable
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    // What the rows of the shipped version hold, by column: the id of the property that wrote it.
    private readonly Dictionary<string, int> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withNulls = new(StringComparer.Ordinal);
    private EditedType? _shipped;

    /// <summary>What goes wrong when a version is put in the place of the shipped one; nothing where all is well.</summary>
    public IReadOnlyList<string> Problems(EditedType type, GeneratedVersion version)
    {
        List<string> problems = [];
        Dictionary<string, string> types = new(_types, StringComparer.Ordinal);
        Dictionary<string, int> values = new(_values, StringComparer.Ordinal);
        HashSet<string> withNulls = new(_withNulls, StringComparer.Ordinal);
        Rename(type, types, values, withNulls);
        foreach ((string column, string kusto) in version.Columns)
        {
            if (types.TryGetValue(column, out string? there) && there != kusto)
            {
                problems.Add($"the table refuses {column} as {kusto}: it is a {there}");
            }
        }

        foreach (EditedProperty property in type.Properties)
        {
            problems.AddRange(OfNewRows(property, version));
            problems.AddRange(OfOldRows(property, version, values, withNulls));
        }

        if (_shipped is not null && _shipped.Table != type.Table)
        {
            problems.Add($"the table {_shipped.Table} is written no more");
        }

        problems.AddRange(values.Keys
            .Where(column => !version.Columns.ContainsKey(column))
            .Select(column => $"{column} is written no more"));
        return problems;
    }

    /// <summary>The version replaces the shipped one, and its rows come into the table.</summary>
    public void Ship(EditedType type, GeneratedVersion version)
    {
        Rename(type, _types, _values, _withNulls);
        foreach (EditedProperty property in type.Properties)
        {
            string column = property.ColumnName;
            if (_shipped is not null && !_types.ContainsKey(column))
            {
                _withNulls.Add(column);
            }

            _types[column] = version.Columns[column];
            _values[column] = property.Id;
            if (property.IsNullable)
            {
                _withNulls.Add(column);
            }
        }

        _shipped = type;
    }

    private static void Rename(
        EditedType type, Dictionary<string, string> types, Dictionary<string, int> values, HashSet<string> withNulls)
    {
        foreach (EditedProperty property in type.Properties)
        {
            if (property.RenamedFrom is { } old && types.Remove(old, out string? kusto))
            {
                if (!types.TryAdd(property.ColumnName, kusto))
                {
                    types[old] = kusto;
                    continue;
                }

                values.Remove(old, out int id);
                values[property.ColumnName] = id;
                if (withNulls.Remove(old))
                {
                    withNulls.Add(property.ColumnName);
                }
            }
        }
    }

    private static IEnumerable<string> OfNewRows(EditedProperty property, GeneratedVersion version)
    {
        if (!version.Written.TryGetValue(property.Name, out int field))
        {
            yield return $"{property.Name} is not written";
        }
        else if (!version.Mapping.TryGetValue(property.ColumnName, out int mapped) || mapped != field)
        {
            yield return $"{property.Name} is field {field}, and {property.ColumnName} is filled from another";
        }

        if (version.Columns.GetValueOrDefault(property.ColumnName) != RandomEdits.Types[property.Type])
        {
            yield return $"{property.ColumnName} is no {property.Type}";
        }

        if (version.Read.GetValueOrDefault(property.Name) != property.ColumnName)
        {
            yield return $"{property.Name} is read from another column than it is written to";
        }
    }

    private IEnumerable<string> OfOldRows(
        EditedProperty property, GeneratedVersion version, Dictionary<string, int> values, HashSet<string> withNulls)
    {
        bool isOld = values.TryGetValue(property.ColumnName, out int writer);
        bool hadValues = _values.ContainsValue(property.Id);
        if (hadValues && (!isOld || writer != property.Id))
        {
            yield return $"the values that {property.Name} had are in another column than {property.ColumnName}";
        }

        bool hasNulls = _shipped is not null && (!isOld || withNulls.Contains(property.ColumnName));
        if (hasNulls && !property.ReadsNull)
        {
            yield return $"old rows have a null in {property.ColumnName}, which {property.Name} does not take";
        }
    }
}
