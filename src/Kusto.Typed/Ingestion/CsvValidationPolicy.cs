using System.Globalization;

namespace Kusto.Typed;

/// <summary>What the service checks of the form of CSV, and what follows. Values are never checked.</summary>
public sealed record CsvValidationPolicy
{
    /// <summary>What is checked. Default: <see cref="CsvValidation.ConstantColumns"/>.</summary>
    public CsvValidation Options { get; init; } = CsvValidation.ConstantColumns;

    /// <summary>What follows. Default: <see cref="CsvValidationImplication.Fail"/>.</summary>
    public CsvValidationImplication Implications { get; init; } = CsvValidationImplication.Fail;

    internal string ToJson() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"ValidationOptions":{{(int)Options}},"ValidationImplications":{{(int)Implications}}}""");

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)Options, (int)CsvValidation.ColumnLevelOnly, nameof(Options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)Implications, (int)CsvValidationImplication.BestEffort, nameof(Implications));
    }
}

/// <summary>What the service checks of CSV.</summary>
public enum CsvValidation
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>All records of a source have the same number of fields.</summary>
    ConstantColumns = 1,

    /// <summary>Fields that are not properly quoted are ignored.</summary>
    ColumnLevelOnly = 2,
}

/// <summary>What follows from a check that CSV does not pass.</summary>
public enum CsvValidationImplication
{
    /// <summary>Nothing of the source is ingested, and the failure is reported.</summary>
    Fail = 0,

    /// <summary>What does not pass is left out in silence.</summary>
    BestEffort = 1,
}
