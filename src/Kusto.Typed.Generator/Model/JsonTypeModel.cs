namespace Kusto.Typed.Generator.Model;

/// <summary>A type that becomes JSON through the user's context.</summary>
/// <param name="Name">The name of the field that holds its metadata.</param>
/// <param name="Type">The type with <c>global::</c>.</param>
internal sealed record JsonTypeModel(string Name, string Type);
