namespace Kusto.Typed;

/// <summary>Leaves a public property out of the table: it has no column and takes no ordinal.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KustoIgnoreAttribute : Attribute;
