using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kusto.Typed.Testing;

/// <summary>Types as C# names and declares them.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(char)] = "char", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short",
        [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
    };

    /// <summary>The name without namespace and type arguments.</summary>
    public static string PlainName(Type type) => type.Name.Split('`')[0];

    /// <summary>The name in a signature; with a question mark where null is a value.</summary>
    public static string Name(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!, nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying, nullability?.GenericTypeArguments.FirstOrDefault()) + "?";
        }

        // A type parameter is nullable to reflection wherever it is not said to be a reference or a value.
        bool nullable = nullability?.ReadState == NullabilityState.Nullable && !type.IsValueType && !type.IsGenericParameter;
        return NotNullName(type, nullability) + (nullable ? "?" : "");
    }

    /// <summary>The line that declares a type.</summary>
    public static string Declaration(Type type)
    {
        string name = DeclaredName(type);
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            MethodInfo invoke = type.GetMethod("Invoke")!;
            return $"public delegate {MemberText.Result(invoke)} {name}({MemberText.Parameters(invoke)})";
        }

        string bases = string.Join(", ", Bases(type));
        return $"public {Kind(type)} {name}{(bases.Length == 0 ? "" : " : " + bases)}{Constraints(type.GetGenericArguments())}";
    }

    /// <summary>The <c>where</c> clauses of type parameters.</summary>
    public static string Constraints(Type[] parameters) => string.Concat(parameters.Select(Constraint));

    private static string Constraint(Type parameter)
    {
        GenericParameterAttributes attributes = parameter.GenericParameterAttributes;
        bool isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        List<string> constraints = [];
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            constraints.Add("class");
        }

        if (isStruct)
        {
            constraints.Add("struct");
        }

        constraints.AddRange(parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(type => Name(type)));
        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
        {
            constraints.Add("new()");
        }

        return constraints.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", constraints)}";
    }

    private static string NotNullName(Type type, NullabilityInfo? nullability)
    {
        if (type.IsArray)
        {
            return Name(type.GetElementType()!, nullability?.ElementType) + "[]";
        }

        if (s_keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (!type.IsGenericType)
        {
            return type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        }

        NullabilityInfo[]? known = nullability?.GenericTypeArguments;
        IEnumerable<string> arguments = type.GetGenericArguments()
            .Select((argument, place) => Name(argument, place < known?.Length ? known[place] : null));
        return $"{PlainName(type)}<{string.Join(", ", arguments)}>";
    }

    private static string DeclaredName(Type type) =>
        type.IsNested ? $"{Name(type.DeclaringType!)}.{NotNullName(type, null).Split('.')[^1]}" : NotNullName(type, null);

    private static string Kind(Type type)
    {
        if (type.IsEnum || type.IsInterface)
        {
            return type.IsEnum ? "enum" : "interface";
        }

        if (type.IsValueType)
        {
            string only = type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "";
            return only + (type.IsByRefLike ? "ref struct" : "struct");
        }

        string record = type.GetMethod("<Clone>$") is null ? "class" : "record";
        string closed = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        return closed + record;
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            return [Name(Enum.GetUnderlyingType(type))];
        }

        string[] parent = type.BaseType is null || type.IsValueType || type.BaseType == typeof(object) ? [] : [Name(type.BaseType)];
        return parent.Concat(type.GetInterfaces()
            .Where(face => type.BaseType?.IsAssignableTo(face) != true && face.IsVisible)
            .Select(face => Name(face))
            .Order(StringComparer.Ordinal));
    }
}
