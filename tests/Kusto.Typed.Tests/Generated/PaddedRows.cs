using System.Data.SqlTypes;
using System.Net;
using System.Text;

namespace Kusto.Typed.Tests.Generated;

// One column of each length of text, behind a string by which a record can be made to end anywhere.

[KustoTable]
internal sealed partial record PaddedBool(string Pad, bool Value);

[KustoTable]
internal sealed partial record PaddedInt(string Pad, int Value);

[KustoTable]
internal sealed partial record PaddedLong(string Pad, long Value);

[KustoTable]
internal sealed partial record PaddedUInt64(string Pad, ulong Value);

[KustoTable]
internal sealed partial record PaddedReal(string Pad, double Value);

[KustoTable]
internal sealed partial record PaddedDecimal(string Pad, decimal Value);

[KustoTable]
internal sealed partial record PaddedSqlDecimal(string Pad, SqlDecimal Value);

[KustoTable]
internal sealed partial record PaddedDateTime(string Pad, DateTime Value);

[KustoTable]
internal sealed partial record PaddedTimeSpan(string Pad, TimeSpan Value);

[KustoTable]
internal sealed partial record PaddedGuid(string Pad, Guid Value);

[KustoTable]
internal sealed partial record PaddedChar(string Pad, char Value);

[KustoTable]
internal sealed partial record PaddedRune(string Pad, Rune Value);

[KustoTable]
internal sealed partial record PaddedVersion(string Pad, Version Value);

[KustoTable]
internal sealed partial record PaddedAddress(string Pad, IPAddress Value);

[KustoTable]
internal sealed partial record PaddedEnumNumber(string Pad, [property: KustoColumn(Type = KustoType.Long)] PaddedLevel Value);

internal enum PaddedLevel : long
{
    Lowest = long.MinValue,
}
