namespace Kusto.Typed.Generator.Model;

/// <summary>How an object is made when a row is read.</summary>
/// <param name="Type">The type with <c>global::</c>; empty where the context says it.</param>
/// <param name="Arguments">What the constructor is given, by parameter.</param>
/// <param name="Members">What is set behind it, by property.</param>
internal sealed record CreationModel(
    string Type, EquatableArray<MemberValueModel> Arguments, EquatableArray<MemberValueModel> Members);
