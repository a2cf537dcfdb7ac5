namespace Kusto.Typed.EndToEnd.Tests.Declared;

/// <summary>A type that nobody can annotate.</summary>
public sealed class Order
{
    public long Id { get; set; }

    public string Customer { get; set; } = "";

    public decimal Total { get; set; }

    public object? Tag { get; set; }
}

[KustoRowFor<Order>("Orders", Ignore = [nameof(Order.Tag)])]
[KustoColumnOf(nameof(Order.Total), "TotalEur")]
[KustoStreamingIngestion]
public partial struct OrderRow;
