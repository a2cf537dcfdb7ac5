namespace Kusto.Typed.Generator.Model;

/// <summary>What the attributes of a row type say of its table; null where they say nothing.</summary>
internal sealed record TableDeclarationModel(
    string Name, string? MappingName, string? Folder, string? DocString, EquatableArray<PolicyModel> Policies);
