namespace Kusto.Typed.Csv;

// Times of no kind, of columns that do not take them as UTC.
public ref partial struct KustoCsvWriter
{
    /// <summary>Writes a <c>datetime</c>: local times, and those of no kind, are converted to UTC.</summary>
    /// <exception cref="KustoRowException">
    /// UTC cannot hold the local time, and the policy replaces nothing.
    /// </exception>
    public void WriteLocalDateTime(DateTime value) => WriteDateTime(
        value.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(value, DateTimeKind.Local) : value);

    /// <inheritdoc cref="WriteLocalDateTime(DateTime)"/>
    public void WriteLocalDateTime(DateTime? value)
    {
        if (value is { } some)
        {
            WriteLocalDateTime(some);
        }
        else
        {
            EndField(0);
        }
    }

    /// <summary>Writes a <c>datetime</c> that is to say whether it is local or UTC.</summary>
    /// <exception cref="KustoRowException">
    /// The time has no kind, or UTC cannot hold it, and the policy replaces nothing.
    /// </exception>
    public void WriteStrictDateTime(DateTime value)
    {
        if (value.Kind == DateTimeKind.Unspecified)
        {
            Refuse("the time has no kind; make it one of UTC or a local one by DateTime.SpecifyKind.");
        }
        else
        {
            WriteDateTime(value);
        }
    }

    /// <inheritdoc cref="WriteStrictDateTime(DateTime)"/>
    public void WriteStrictDateTime(DateTime? value)
    {
        if (value is { } some)
        {
            WriteStrictDateTime(some);
        }
        else
        {
            EndField(0);
        }
    }
}
