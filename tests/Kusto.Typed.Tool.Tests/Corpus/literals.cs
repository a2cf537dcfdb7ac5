namespace Plant;

internal static class Commands
{
    // ".create table InAComment (A: text)"
    /* ".create table InAComment (A: text)" */
    public const string Regular = ".create table Regular (A: text, B: \"x\")";
    public const string Plain = ".create table Plain (A: text)\r\n.create table Second (A: varchar)";
    public const string Verbatim = @".create table ['Verbatim'] (
        ['A']: int,
        ['B']: blob)";
    public const string Raw = """
        .create table Raw (A: int, B: clob)
        """;
    public const string Joined = ".create table Joined (A: int, " +
        "B: number)";
    public const char Quote = '"';
    public static ReadOnlySpan<byte> Bytes => ".create table Bytes (A: money)"u8;
}
