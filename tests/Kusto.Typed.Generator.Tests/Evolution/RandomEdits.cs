namespace Kusto.Typed.Generator.Tests.Evolution;

/// <summary>Edits as authors make them, good and bad; the same ones for the same seed.</summary>
internal sealed class RandomEdits(int seed)
{
    /// <summary>C# types, one for each of Kusto's.</summary>
    public static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bool"] = "bool", ["int"] = "int", ["long"] = "long", ["double"] = "real", ["decimal"] = "decimal",
        ["DateTime"] = "datetime", ["TimeSpan"] = "timespan", ["Guid"] = "guid", ["string"] = "string",
    };

    private static readonly string[] s_names = ["State", "Id", "Begin", "End", "Source", "Lat", "Lon", "Hurt", "Note", "Size"];

    private readonly Random _random = new(seed);
    private int _lastId;

    public EditedType First() => new("Storms", [.. s_names.Take(3).Select(name => New(name))]);

    /// <summary>The type after one to three edits.</summary>
    public EditedType Next(EditedType type)
    {
        List<EditedProperty> properties = [.. type.Properties.Select(property => property with { RenamedFrom = null })];
        string table = type.Table;
        for (int edits = _random.Next(1, 4); edits > 0; edits--)
        {
            table = Edit(properties, table);
        }

        return new EditedType(table, properties);
    }

    private string Edit(List<EditedProperty> properties, string table)
    {
        int place = _random.Next(properties.Count);
        EditedProperty old = properties[place];
        switch (_random.Next(13))
        {
            case 0 when properties.Count > 1:
                properties.RemoveAt(place);
                break;
            case 1 or 2:
                properties.Insert(_random.Next(properties.Count + 1), New(FreeName(properties)));
                break;
            case 3:
                properties.Add(New(FreeName(properties)) with { IsNullable = true });
                break;
            case 4:
                properties[place] = old with { Name = FreeName(properties) };
                break;
            case 5:
                properties[place] = old with { Name = FreeName(properties), Column = null, RenamedFrom = old.ColumnName };
                break;
            case 6:
                properties[place] = old with { Name = FreeName(properties), Column = old.ColumnName };
                break;
            case 7:
                properties[place] = old with { Type = AnyType() };
                break;
            case 8:
                properties[place] = old with { IsNullable = !old.IsNullable };
                break;
            case 9:
                int other = _random.Next(properties.Count);
                (properties[place], properties[other]) = (properties[other], properties[place]);
                break;
            case 10:
                properties[place] = old with { Order = _random.Next(-1, 2) };
                break;
            case 11:
                properties[place] = old with { Ordinal = old.Ordinal is null ? _random.Next(6) : null };
                break;
            case 12 when _random.Next(5) == 0:
                return table == "Storms" ? "Weather" : "Storms";
        }

        return table;
    }

    private EditedProperty New(string name) => new(++_lastId, name, AnyType(), _random.Next(2) == 0);

    private string AnyType() => Types.Keys.ElementAt(_random.Next(Types.Count));

    // Of the columns too: what has been a column's name may come back as another's.
    private string FreeName(List<EditedProperty> properties)
    {
        string name = s_names[_random.Next(s_names.Length)];
        string free = properties.Exists(property => property.Name == name) ? $"P{_random.Next(1000)}" : name;
        return properties.Exists(property => property.Name == free) ? FreeName(properties) : free;
    }
}
