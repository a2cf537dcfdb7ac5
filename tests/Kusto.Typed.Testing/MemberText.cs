using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kusto.Typed.Testing;

/// <summary>Members as C# declares them, on one line.</summary>
internal static class MemberText
{
    private static readonly NullabilityInfoContext s_nullability = new();

    public static string Line(MemberInfo member) =>
        member switch
        {
            FieldInfo { DeclaringType.IsEnum: true } field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}",
            FieldInfo field => FieldLine(field),
            PropertyInfo property => PropertyLine(property),
            EventInfo change => $"{Modifiers(change.AddMethod!)}event {TypeText.Name(change.EventHandlerType!)} {change.Name}",
            ConstructorInfo constructor => $"{Modifiers(constructor)}{TypeText.PlainName(constructor.DeclaringType!)}({Parameters(constructor)})",
            MethodInfo method => MethodLine(method),
            _ => throw new ArgumentException($"{member} is no member that has a line.", nameof(member)),
        };

    /// <summary>The parameters of a method, with their defaults.</summary>
    public static string Parameters(MethodBase method)
    {
        string self = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return self + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    /// <summary>The result's type of a method.</summary>
    public static string Result(MethodInfo method) =>
        (method.ReturnType.IsByRef ? "ref " : "") + TypeText.Name(method.ReturnType, s_nullability.Create(method.ReturnParameter));

    private static string FieldLine(FieldInfo field)
    {
        string type = TypeText.Name(field.FieldType, s_nullability.Create(field));
        return field.IsLiteral
            ? $"{Access(field.IsPublic)}const {type} {field.Name} = {Value(field.GetRawConstantValue())}"
            : $"{Access(field.IsPublic)}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    private static string PropertyLine(PropertyInfo property)
    {
        MethodInfo accessor = property.GetMethod ?? property.SetMethod!;
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        string type = TypeText.Name(property.PropertyType, s_nullability.Create(property));
        string name = property.GetIndexParameters().Length == 0
            ? property.Name
            : $"this[{string.Join(", ", property.GetIndexParameters().Select(Parameter))}]";
        string accessors = (IsSeen(property.GetMethod) ? " get;" : "") + (IsSeen(property.SetMethod) ? SetOrInit(property.SetMethod!) : "");
        return $"{Modifiers(accessor)}{required}{type} {name} {{{accessors} }}";
    }

    private static string SetOrInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";

    private static bool IsSeen(MethodInfo? accessor) => accessor is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string MethodLine(MethodInfo method)
    {
        string generic = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
            : "";
        return $"{Modifiers(method)}{Result(method)} {method.Name}{generic}({Parameters(method)}){TypeText.Constraints(method.GetGenericArguments())}";
    }

    private static string Modifiers(MethodBase method)
    {
        string access = Access(method.IsPublic);
        string kind = (method.IsStatic, method.IsAbstract, method.IsVirtual && !method.IsFinal) switch
        {
            (true, true, _) => "static abstract ",
            (true, _, _) => "static ",
            (_, true, _) => method.DeclaringType!.IsInterface ? "" : "abstract ",
            (_, _, true) => method is MethodInfo info && info.GetBaseDefinition() != info ? "override " : "virtual ",
            _ => "",
        };
        return access + kind;
    }

    private static string Access(bool isPublic) => isPublic ? "public " : "protected ";

    private static string Parameter(ParameterInfo parameter)
    {
        string mode = !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        string many = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        string type = TypeText.Name(parameter.ParameterType, s_nullability.Create(parameter));
        string preset = parameter.HasDefaultValue ? $" = {Default(parameter)}" : "";
        return $"{many}{mode}{type} {parameter.Name}{preset}";
    }

    private static string Default(ParameterInfo parameter) =>
        parameter.DefaultValue is null && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? "default"
            : Value(parameter.DefaultValue);

    private static string Value(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\"",
            bool yes => yes ? "true" : "false",
            Enum member => $"{member.GetType().Name}.{member}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
}
