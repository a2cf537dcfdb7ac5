namespace Kusto.Typed;

/// <summary>What becomes of NaN and the infinities in a <c>real</c> column.</summary>
public enum KustoNaN
{
    /// <summary>They are values, which <c>real</c> has.</summary>
    Value = 0,

    /// <summary>They are written as null.</summary>
    Null = 1,

    /// <summary>They are values that do not fit: what becomes of them says the ingestion's value policy.</summary>
    Refuse = 2,
}
