using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Kusto.Typed.Testing;

/// <summary>The public surface of an assembly as text: what users can write against, one line for each member.</summary>
public static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The surface, sorted, so that a change is a difference of few lines.</summary>
    public static string Of(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (IGrouping<string?, Type> space in assembly.GetExportedTypes()
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .GroupBy(type => type.Namespace)
            .OrderBy(space => space.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(space.Key).Append("\n\n");
            foreach (Type type in space)
            {
                AppendType(text, type);
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void AppendType(StringBuilder text, Type type)
    {
        AppendAttributes(text, type, "");
        text.Append(TypeText.Declaration(type)).Append('\n');
        IEnumerable<(MemberInfo Member, string Line)> members = type.IsSubclassOf(typeof(Delegate))
            ? []
            : type.GetMembers(Declared)
                .Where(member => IsSeen(member) && !member.IsDefined(typeof(CompilerGeneratedAttribute)))
                .Select(member => (member, MemberText.Line(member)))
                .OrderBy(member => type.IsEnum ? EnumOrder(member.member) : 0)
                .ThenBy(member => member.Item2, StringComparer.Ordinal);
        foreach ((MemberInfo member, string line) in members)
        {
            AppendAttributes(text, member, "    ");
            text.Append("    ").Append(line).Append('\n');
        }

        text.Append('\n');
    }

    private static void AppendAttributes(StringBuilder text, MemberInfo member, string indentation)
    {
        // The compiler marks constructors of types with required members for older compilers.
        if (member.GetCustomAttribute<ObsoleteAttribute>() is { } obsolete && !member.IsDefined(typeof(CompilerFeatureRequiredAttribute)))
        {
            text.Append(indentation).Append("[Obsolete(\"").Append(obsolete.Message).Append("\")]\n");
        }

        if (member.GetCustomAttribute<EditorBrowsableAttribute>() is { } browsable)
        {
            text.Append(indentation).Append("[EditorBrowsable(").Append(browsable.State).Append(")]\n");
        }
    }

    private static ulong EnumOrder(MemberInfo member) =>
        member is FieldInfo { IsLiteral: true } field
            ? unchecked((ulong)Convert.ToInt64(field.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture))
            : 0;

    // What is protected can be used by who derives.
    private static bool IsSeen(MemberInfo member) =>
        member switch
        {
            MethodInfo method => IsSeen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
            ConstructorInfo constructor => IsSeen(constructor),
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsSeen),
            EventInfo change => IsSeen(change.AddMethod!),
            FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName,
            _ => false,
        };

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
