using System.Globalization;

namespace Kusto.Typed.Generator.Emission;

/// <summary>Numbers as source writes them, whatever the culture of the compiler's process.</summary>
internal static class Invariant
{
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
