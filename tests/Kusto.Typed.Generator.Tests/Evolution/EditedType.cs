using System.Text;

namespace Kusto.Typed.Generator.Tests.Evolution;

/// <summary>A property of a type that is edited; its id stays whatever it is called.</summary>
internal sealed record EditedProperty(
    int Id, string Name, string Type, bool IsNullable, string? Column = null, string? RenamedFrom = null, int Order = 0, int? Ordinal = null)
{
    /// <summary>The column that the property is to be in.</summary>
    public string ColumnName => Column ?? Name;

    /// <summary>True where a null can be read: a string's is the empty one.</summary>
    public bool ReadsNull => IsNullable || Type == "string";

    public override string ToString()
    {
        List<string> arguments = [.. Column is null ? Array.Empty<string>() : [$"\"{Column}\""]];
        arguments.AddRange(Order == 0 ? [] : [$"Order = {Order}"]);
        arguments.AddRange(Ordinal is null ? [] : [$"Ordinal = {Ordinal}"]);
        string column = arguments.Count == 0 ? "" : $"[KustoColumn({string.Join(", ", arguments)})] ";
        string renamed = RenamedFrom is null ? "" : $"[KustoRenamedFrom(\"{RenamedFrom}\")] ";
        return $"{column}{renamed}public required {Type}{(IsNullable ? "?" : "")} {Name} {{ get; init; }}";
    }
}

/// <summary>A row type as an author may change it from one version to the next.</summary>
internal sealed record EditedType(string Table, IReadOnlyList<EditedProperty> Properties)
{
    public string ToSource()
    {
        StringBuilder members = new();
        foreach (EditedProperty property in Properties)
        {
            members.Append("    ").Append(property).Append('\n');
        }

        return Testing.Sources.InWeather(
            $"[KustoTable(\"{Table}\", DateTimeKind = KustoDateTimeKind.Utc)]\npublic partial record Storm\n{{\n{members}}}");
    }
}
