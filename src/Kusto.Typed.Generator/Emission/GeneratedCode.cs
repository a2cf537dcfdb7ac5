namespace Kusto.Typed.Generator.Emission;

/// <summary>What marks a member as generated.</summary>
internal static class GeneratedCode
{
    /// <summary>The attribute, for members: a partial type is half the user's.</summary>
    public static string Attribute { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"Kusto.Typed.Generator\", \"{Version()}\")]";

    private static string Version() => typeof(GeneratedCode).Assembly.GetName().Version.ToString(fieldCount: 3);
}
