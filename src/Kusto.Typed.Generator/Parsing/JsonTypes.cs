using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>The user's JSON context, and the types that go through it.</summary>
internal sealed class JsonTypes
{
    private readonly List<JsonTypeModel> _types = [];
    private readonly INamedTypeSymbol? _context;
    private readonly bool _isContext;

    private JsonTypes(INamedTypeSymbol? context, bool isContext)
    {
        _context = context;
        _isContext = isContext;
    }

    /// <summary>The context's type with <c>global::</c>; null where none is named.</summary>
    public string? Context => _context is null ? null : SourceNames.Type(_context);

    public IReadOnlyList<JsonTypeModel> Types => _types;

    public static JsonTypes Of(RowTarget target)
    {
        var context = Attributes.Named(target.Attribute, "JsonContext") as INamedTypeSymbol;
        bool isContext = context is null || IsContext(context);
        if (!isContext)
        {
            target.Report(
                DiagnosticDescriptors.JsonContextMissing,
                Attributes.PlaceOf(target.Attribute, "JsonContext"),
                SourceNames.ForPeople(context!),
                "is no JsonSerializerContext",
                "name a partial class that derives from it");
        }

        return new JsonTypes(context, isContext);
    }

    /// <summary>Finds the metadata of a property's type.</summary>
    /// <param name="target">Where it is reported that there is none.</param>
    /// <param name="property">The property.</param>
    /// <param name="type">Its type without nullability.</param>
    /// <param name="name">The name of the field that will hold the metadata.</param>
    public bool TryAdd(RowTarget target, IPropertySymbol property, ITypeSymbol type, out string? name)
    {
        string source = SourceNames.Type(type);
        name = _types.Find(known => known.Type == source)?.Name ?? SourceNames.Identifier(property.Name);
        if (!_isContext)
        {
            return false;
        }

        if (_context is null)
        {
            const string Advice = "name a JsonSerializerContext with [KustoTable(JsonContext = typeof(...))] that has";
            Report(target, property, type, Advice);
            return false;
        }

        if (!Lists(target.Compilation, _context, type))
        {
            Report(target, property, type, $"add to '{SourceNames.ForPeople(_context)}'");
            return false;
        }

        if (EmptyJson.Find(type) is { } empty)
        {
            target.Report(
                DiagnosticDescriptors.JsonIsEmpty, Places.Type(property), property.Name, SourceNames.ForPeople(empty));
        }

        if (!_types.Exists(known => known.Type == source))
        {
            _types.Add(new JsonTypeModel(name, source));
        }

        return true;
    }

    private static void Report(RowTarget target, IPropertySymbol property, ITypeSymbol type, string advice) =>
        target.Report(
            DiagnosticDescriptors.JsonContextMissing,
            Places.Type(property),
            property.Name,
            $"of type '{SourceNames.ForPeople(property.Type)}' becomes dynamic through a JSON context",
            $"{advice} [JsonSerializable(typeof({SourceNames.Short(type)}))]");

    private static bool IsContext(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type.BaseType; level is not null; level = level.BaseType)
        {
            if (level.ToDisplayString() == KnownNames.JsonSerializerContext)
            {
                return true;
            }
        }

        return false;
    }

    // By identity conversion: whether a reference may be null is nothing to the metadata.
    private static bool Lists(Compilation compilation, INamedTypeSymbol context, ITypeSymbol type) =>
        context.GetAttributes().Any(attribute =>
            attribute.AttributeClass?.ToDisplayString() == KnownNames.JsonSerializable
            && attribute.ConstructorArguments.Length > 0
            && attribute.ConstructorArguments[0].Value is ITypeSymbol listed
            && compilation.ClassifyConversion(listed, type).IsIdentity);
}
