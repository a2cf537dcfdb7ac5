const string Table = ".create table Readings (At: datetime, Value: real, Unit: string)";
const string Mapping = """
    [
      { "Column": "At", "Properties": { "Ordinal": "0" } },
      { "Column": "Value", "DataType": "long", "Properties": { "Ordinal": "2" } }
    ]
    """;
string command = $".create table Readings ingestion csv mapping 'M' '{Mapping}'";
