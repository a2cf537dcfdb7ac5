using System.Globalization;

namespace Kusto.Typed.Testing;

/// <summary>Runs a test under another culture, which it leaves at its end.</summary>
public sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;

    /// <summary>Enters a culture.</summary>
    /// <exception cref="InvalidOperationException">The machine knows the culture by name only and writes as the invariant one does.</exception>
    public CultureScope(string name)
    {
        CultureInfo culture = CultureInfo.GetCultureInfo(name);
        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (culture.NumberFormat.NumberDecimalSeparator == invariant.NumberFormat.NumberDecimalSeparator)
        {
            throw new InvalidOperationException(
                $"The culture {name} writes numbers as the invariant culture does, so a test under it shows nothing: "
                + "install ICU (libicu) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
        }

        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }

    /// <summary>Cultures that write numbers, dates or letters unlike the invariant one.</summary>
    public static IReadOnlyList<string> Foreign { get; } = ["tr-TR", "ar-SA", "de-DE"];

    /// <summary>Returns to the culture before.</summary>
    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _uiCulture;
    }
}
