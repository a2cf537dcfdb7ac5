using System.Reflection;
using System.Reflection.Emit;

namespace Kusto.Typed.Testing;

/// <summary>Which types a type really uses: read from its signatures and its code, so that no alias hides one.</summary>
public static class TypeReferences
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> s_opCodes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The outermost types that a type and the types nested in it refer to, itself left out.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        HashSet<Type> found = [];
        Collect(type, found);
        found.Remove(type);
        return found;
    }

    /// <summary>The type itself, or the outermost one that it is nested in.</summary>
    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static void Collect(Type type, HashSet<Type> found)
    {
        Add(type.BaseType, found);
        AddAll(type.GetInterfaces(), found);
        AddAll(type.CustomAttributes.Select(attribute => attribute.AttributeType), found);
        AddAll(type.GetGenericArguments().Where(argument => argument.IsGenericParameter).SelectMany(argument => argument.GetGenericParameterConstraints()), found);
        foreach (FieldInfo field in type.GetFields(Declared))
        {
            Add(field.FieldType, found);
        }

        foreach (MethodBase method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        {
            AddAll(method.GetParameters().Select(parameter => parameter.ParameterType), found);
            Add((method as MethodInfo)?.ReturnType, found);
            AddBody(method, found);
        }

        foreach (Type nested in type.GetNestedTypes(Declared))
        {
            Collect(nested, found);
        }
    }

    private static void AddBody(MethodBase method, HashSet<Type> found)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        AddAll(body.LocalVariables.Select(local => local.LocalType), found);
        AddAll(body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType!), found);
        byte[] code = body.GetILAsByteArray()!;
        for (int place = 0; place < code.Length;)
        {
            short value = code[place++];
            OpCode opCode = s_opCodes[value == 0xFE ? unchecked((short)(0xFE00 | code[place++])) : value];
            if (opCode.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                AddMember(method, BitConverter.ToInt32(code, place), found);
            }

            place += OperandLength(opCode, code, place);
        }
    }

    private static void AddMember(MethodBase method, int token, HashSet<Type> found)
    {
        Type[] typeArguments = method.DeclaringType!.GetGenericArguments();
        Type[] methodArguments = method is MethodInfo ? method.GetGenericArguments() : [];
        MemberInfo member = method.Module.ResolveMember(token, typeArguments, methodArguments)!;
        Add(member as Type ?? member.DeclaringType, found);
        if (member is MethodInfo called)
        {
            AddAll(called.GetGenericArguments(), found);
        }
    }

    private static int OperandLength(OpCode opCode, byte[] code, int place) =>
        opCode.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, place)),
            _ => 4,
        };

    private static void AddAll(IEnumerable<Type> types, HashSet<Type> found)
    {
        foreach (Type type in types)
        {
            Add(type, found);
        }
    }

    private static void Add(Type? type, HashSet<Type> found)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(type.GetElementType(), found);
            return;
        }

        AddAll(type.IsGenericType ? type.GetGenericArguments() : [], found);
        found.Add(Outermost(type.IsGenericType ? type.GetGenericTypeDefinition() : type));
    }
}
