namespace Kusto.Typed.Generator.Model;

/// <summary>A converter that the user has named.</summary>
/// <param name="Type">The converter's type with <c>global::</c>.</param>
/// <param name="Field">The type that is written, without its nullability.</param>
internal sealed record ConverterModel(string Type, string Field);
