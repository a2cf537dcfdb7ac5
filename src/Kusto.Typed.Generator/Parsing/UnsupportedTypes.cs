using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>The types that are no columns, and what to use instead.</summary>
internal static class UnsupportedTypes
{
    private const string AnyType = "use a scalar type, or an object, list or dictionary through a JSON context";
    private const string BigNumber = "use long, decimal, SqlDecimal or string, whichever holds its values";
    private const string NativeNumber = "use int or long";
    private const string Collection =
        "use a class, or a collection such as List<T> or IReadOnlyList<T>, through a JSON context";

    private const string Binary = "use byte[] or string with what it gives";
    private const string Tuple = "use a record: System.Text.Json writes a tuple as an empty object";
    private const string Pending = "use the type of its result";
    private const string Text = "use string";

    // With what derives from them.
    private static readonly Dictionary<string, string> s_named = new(StringComparer.Ordinal)
    {
        ["System.Int128"] = BigNumber,
        ["System.UInt128"] = BigNumber,
        ["System.Numerics.BigInteger"] = BigNumber,
        ["System.IO.Stream"] = Binary,
        ["System.IO.TextReader"] = Text,
        ["System.IO.TextWriter"] = Text,
        ["System.Memory<char>"] = Text,
        ["System.ReadOnlyMemory<char>"] = Text,
        ["System.Threading.Tasks.Task"] = Pending,
        ["System.Threading.Tasks.ValueTask"] = Pending,
        ["System.Threading.Tasks.ValueTask<TResult>"] = Pending,
    };

    private static readonly HashSet<string> s_collections = new(StringComparer.Ordinal)
    {
        "IEnumerable`1", "ICollection`1", "IList`1", "IReadOnlyCollection`1", "IReadOnlyList`1", "ISet`1",
        "IReadOnlySet`1", "IDictionary`2", "IReadOnlyDictionary`2",
    };

    /// <summary>What to do about a type that is no column; null where it may be one.</summary>
    public static string? Advice(ITypeSymbol type) =>
        HoldsTuple(type) ? Tuple : type.SpecialType switch
        {
            SpecialType.System_Object or SpecialType.System_Enum or SpecialType.System_ValueType
                or SpecialType.System_Delegate or SpecialType.System_MulticastDelegate => AnyType,
            SpecialType.System_IntPtr or SpecialType.System_UIntPtr => NativeNumber,
            _ => OfKind(type),
        };

    /// <summary>True for what can be gone through with foreach, whatever it holds.</summary>
    public static bool IsEnumerable(ITypeSymbol type) =>
        type.AllInterfaces.Any(contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static string? OfKind(ITypeSymbol type) =>
        type.TypeKind switch
        {
            TypeKind.Class or TypeKind.Struct when type.IsRefLikeType => AnyType,
            TypeKind.Class or TypeKind.Struct => Named(type),
            TypeKind.Array => OfElement(((IArrayTypeSymbol)type).ElementType),
            TypeKind.Enum => null,
            TypeKind.Interface => IsCollection(type) ? null : Collection,
            _ => AnyType,
        };

    private static string? Named(ITypeSymbol type)
    {
        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (s_named.TryGetValue(level.ToDisplayString(), out string? advice)
                || s_named.TryGetValue(level.OriginalDefinition.ToDisplayString(), out advice))
            {
                return advice;
            }
        }

        return null;
    }

    private static bool HoldsTuple(ITypeSymbol type) => type switch
    {
        { IsTupleType: true } => true,
        IArrayTypeSymbol array => HoldsTuple(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HoldsTuple),
        _ => false,
    };

    private static string? OfElement(ITypeSymbol element) =>
        element.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic ? AnyType : null;

    private static bool IsCollection(ITypeSymbol type) =>
        type.OriginalDefinition is { ContainingType: null } definition
        && s_collections.Contains(definition.MetadataName)
        && definition.ContainingNamespace.ToDisplayString() == "System.Collections.Generic";
}
