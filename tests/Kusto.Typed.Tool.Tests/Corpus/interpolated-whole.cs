string table = $".create table T (A: int, B: string)";
string mapping = $$"""
    .create table T ingestion csv mapping "M" '[{"Column":"A","Properties":{"Ordinal":"0"}},{"Column":"B","Properties":{"Ordinal":"2"}}]'
    .alter table {{name}} docstring "x"
    """;
