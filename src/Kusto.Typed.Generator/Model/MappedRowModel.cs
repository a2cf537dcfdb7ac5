namespace Kusto.Typed.Generator.Model;

/// <summary>The type of a map's rows.</summary>
/// <param name="Type">The type with <c>global::</c>.</param>
/// <param name="Accessibility">The widest that something with both types in it can have, as source writes it.</param>
internal sealed record MappedRowModel(string Type, string Accessibility);
