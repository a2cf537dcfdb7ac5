#pragma warning disable KT0020 // the gap is what is tested

namespace Kusto.Typed.EndToEnd.Tests.Declared;

/// <summary>Of CSV that has fields nobody asked for.</summary>
[KustoTable]
[KustoStreamingIngestion]
public sealed partial record Gapped(int A, [property: KustoColumn(Ordinal = 3)] string B, [property: KustoColumn(Ordinal = 1)] long C);
