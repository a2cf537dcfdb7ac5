namespace Kusto.Typed.Generator.Model;

/// <summary>A column that a policy speaks of.</summary>
internal sealed record PolicyKeyModel(string Name, bool IsDescending);
