namespace Plant;

internal sealed class Tables(string name, string columns)
{
    public string Interpolated => $".create table {name} (A: text)";

    public string Columns => $".create table T ({columns}, A: text)";

    public string Joined => ".create table " + name + " (A: text)";

    public string Called => ".create table T (A: " + Type("text", 1) + ", B: text)";

    public string Mapping(string json) => $$""".create table T ingestion csv mapping 'M' '{{json}}'""";

    public string Formatted => string.Format(".create table {0} (A: text)", name);

    public string Nested => $".create table T (A: {(name == "}" ? "int" : "text")})";

    public string Text => "This says .create table T (A: text) in the middle.";
}
