using System.Reflection;
using Kusto.Typed.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Tests.Model;

public sealed class ModelShapeTests
{
    public static TheoryData<Type> Models { get; } = [.. ModelTypes()];

    [Theory]
    [MemberData(nameof(Models))]
    public void ModelReachesNothingOfTheCompiler(Type model) => Offences(model).ShouldBeEmpty();

    [Fact]
    public void AllModelsAreLookedAt() => ModelTypes().ShouldContain(typeof(RowModel));

    [Fact]
    public void PlantedSymbolIsCaught() =>
        Offences(typeof(Planted)).ShouldBe([$"Planted.Symbols is of type {typeof(PlantedSymbol)}", "Planted.Numbers is an array, which is not equatable"]);

    [Fact]
    public void ArraysOfEqualElementsAreEqual()
    {
        EquatableArray<string> some = new(["a", "b"]);
        (some == new EquatableArray<string>(["a", "b"])).ShouldBeTrue();
        some.GetHashCode().ShouldBe(new EquatableArray<string>(["a", "b"]).GetHashCode());
        (some != new EquatableArray<string>(["b", "a"])).ShouldBeTrue();
        (default == new EquatableArray<string>([])).ShouldBeTrue();
    }

    private static IEnumerable<Type> ModelTypes() =>
        typeof(RowModel).Assembly.GetTypes().Where(type =>
            type.Namespace == typeof(RowModel).Namespace && !type.IsNested && !type.IsGenericTypeDefinition);

    private static IEnumerable<string> Offences(Type model) =>
        Fields(model).SelectMany(field => Offences($"{model.Name}.{Name(field)}", field.FieldType));

    private static IEnumerable<string> Offences(string owner, Type type)
    {
        if (type.IsArray)
        {
            return [$"{owner} is an array, which is not equatable"];
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            return Offences(owner, type.GetGenericArguments()[0]);
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        bool isModel = type.Namespace == typeof(RowModel).Namespace;
        bool isPlain = type.IsPrimitive || type.IsEnum || type == typeof(string) || isModel;
        return isPlain ? [] : [$"{owner} is of type {type}"];
    }

    private static FieldInfo[] Fields(Type model) =>
        model.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);

    private static string Name(FieldInfo field) =>
        field.Name.Split('<', '>') is ["", var property, ..] ? property : field.Name;

    private sealed record Planted(EquatableArray<string> Names, EquatableArray<PlantedSymbol> Symbols, int[] Numbers);

    private sealed record PlantedSymbol(ISymbol Symbol);
}
