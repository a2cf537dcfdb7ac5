using System.Buffers.Text;
using System.Data.SqlTypes;
using System.Runtime.CompilerServices;

namespace Kusto.Typed.Csv;

// Numbers, times and guids: a method for each Kusto type, an overload for each C# type that becomes it.
public ref partial struct KustoCsvWriter
{
    /// <summary>Writes a <c>bool</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteBool(bool value)
    {
        const ulong True = 't' | ('r' << 8) | ('u' << 16) | ('e' << 24) | ((ulong)',' << 32);
        const ulong False = 'f' | ('a' << 8) | ('l' << 16) | ('s' << 24) | ((ulong)'e' << 32) | ((ulong)',' << 40);
        AsciiDigits.Store(value ? True : False, ref NextShort());
        _position += value ? 5 : 6;
    }

    /// <summary>Writes a <c>bool</c>.</summary>
    public void WriteBool(bool? value)
    {
        if (value is { } some)
        {
            WriteBool(some);
        }
        else
        {
            WriteNull();
        }
    }

    /// <summary>Writes an <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteInt(int value)
    {
        _position += (int)AsciiDigits.WriteField(value, ref NextShort());
    }

    /// <summary>Writes an <c>int</c>.</summary>
    public void WriteInt(int? value)
    {
        if (value is { } some)
        {
            WriteInt(some);
        }
        else
        {
            WriteNull();
        }
    }

    /// <summary>Writes a <c>long</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteLong(long value)
    {
        _position += (int)AsciiDigits.WriteField(value, ref NextShort());
    }

    /// <summary>Writes a <c>long</c>.</summary>
    public void WriteLong(long? value)
    {
        if (value is { } some)
        {
            WriteLong(some);
        }
        else
        {
            WriteNull();
        }
    }

    /// <summary>Writes a <c>long</c>.</summary>
    /// <exception cref="KustoRowException">The value is beyond 9223372036854775807.</exception>
    public void WriteLong(ulong value)
    {
        if (value <= long.MaxValue)
        {
            WriteLong((long)value);
        }
        else
        {
            Refuse("the value is larger than a long; make the column a decimal.");
        }
    }

    /// <summary>Writes a <c>long</c>.</summary>
    /// <exception cref="KustoRowException">The value is beyond 9223372036854775807.</exception>
    public void WriteLong(ulong? value)
    {
        if (value is { } some)
        {
            WriteLong(some);
        }
        else
        {
            WriteNull();
        }
    }

    /// <summary>Writes a <c>decimal</c>.</summary>
    public void WriteDecimal(decimal value) => EndField(CsvNumber.Write(value, Rest));

    /// <summary>Writes a <c>decimal</c>.</summary>
    public void WriteDecimal(decimal? value) =>
        EndField(value is { } some ? CsvNumber.Write(some, Rest) : 0);

    /// <summary>Writes a <c>decimal</c>.</summary>
    public void WriteDecimal(ulong value) => EndField(CsvNumber.Write(value, Rest));

    /// <summary>Writes a <c>decimal</c>.</summary>
    public void WriteDecimal(ulong? value) =>
        EndField(value is { } some ? CsvNumber.Write(some, Rest) : 0);

    /// <summary>Writes a <c>decimal</c>; the null of <see cref="SqlDecimal"/> is an empty field.</summary>
    public void WriteDecimal(SqlDecimal value) =>
        EndField(value.IsNull ? 0 : CsvNumber.Write(value, Rest));

    /// <summary>Writes a <c>decimal</c>; both nulls are an empty field.</summary>
    public void WriteDecimal(SqlDecimal? value) => WriteDecimal(value ?? SqlDecimal.Null);

    /// <summary>Writes a <c>real</c>; NaN and the infinities are values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void WriteReal(double value)
    {
        nint written = ShortReal.WriteField(value, ref NextShort());
        if (written == 0)
        {
            WriteLongReal(value);
            return;
        }

        _position += (int)written;
    }

    /// <summary>Writes a <c>real</c>; NaN and the infinities are values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteReal(double? value)
    {
        if (value is { } some)
        {
            WriteReal(some);
        }
        else
        {
            WriteNull();
        }
    }

    /// <summary>Writes a <c>real</c>: the shortest text of the narrow type, <c>0.1</c> for <c>0.1f</c>.</summary>
    public void WriteReal(float value) => EndField(CsvNumber.Write(value, Rest));

    /// <summary>Writes a <c>real</c>: the shortest text of the narrow type.</summary>
    public void WriteReal(float? value) =>
        EndField(value is { } some ? CsvNumber.Write(some, Rest) : 0);

    /// <summary>Writes a <c>real</c>: the shortest text of the narrow type.</summary>
    public void WriteReal(Half value) => EndField(CsvNumber.Write(value, Rest));

    /// <summary>Writes a <c>real</c>: the shortest text of the narrow type.</summary>
    public void WriteReal(Half? value) =>
        EndField(value is { } some ? CsvNumber.Write(some, Rest) : 0);

    /// <summary>
    /// Writes a <c>datetime</c>: local times are converted to UTC, those of no kind are taken as UTC.
    /// </summary>
    /// <exception cref="KustoRowException">UTC cannot hold the local time.</exception>
    /// <remarks>A call: what the compiler takes into a row's method is not without end, and strings gain more by it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void WriteDateTime(DateTime value)
    {
        ref byte field = ref NextShort();
        int written = CsvTime.Write(value, ref field);
        if (written > 0)
        {
            EndShort(ref field, written);
        }
        else
        {
            Refuse("the local time lies, in UTC, outside the years 0001 to 9999.");
        }
    }

    /// <summary>
    /// Writes a <c>datetime</c>: local times are converted to UTC, those of no kind are taken as UTC.
    /// </summary>
    /// <exception cref="KustoRowException">UTC cannot hold the local time.</exception>
    public void WriteDateTime(DateTime? value)
    {
        if (value is { } some)
        {
            WriteDateTime(some);
        }
        else
        {
            WriteNull();
        }
    }

    /// <summary>Writes a <c>datetime</c>: the instant; the offset is lost.</summary>
    public void WriteDateTime(DateTimeOffset value)
    {
        ref byte field = ref NextShort();
        EndShort(ref field, CsvTime.WriteUtc(value.UtcDateTime, ref field));
    }

    /// <summary>Writes a <c>datetime</c>: the instant; the offset is lost.</summary>
    public void WriteDateTime(DateTimeOffset? value)
    {
        if (value is { } some)
        {
            WriteDateTime(some);
        }
        else
        {
            WriteNull();
        }
    }

    /// <summary>Writes a <c>datetime</c>: the midnight in UTC at which the day begins.</summary>
    public void WriteDateTime(DateOnly value) => EndField(CsvTime.Write(value, Rest));

    /// <summary>Writes a <c>datetime</c>: the midnight in UTC at which the day begins.</summary>
    public void WriteDateTime(DateOnly? value) =>
        EndField(value is { } some ? CsvTime.Write(some, Rest) : 0);

    /// <summary>Writes a <c>timespan</c>.</summary>
    public void WriteTimeSpan(TimeSpan value) => EndField(CsvTime.Write(value, Rest));

    /// <summary>Writes a <c>timespan</c>.</summary>
    public void WriteTimeSpan(TimeSpan? value) =>
        EndField(value is { } some ? CsvTime.Write(some, Rest) : 0);

    /// <summary>Writes a <c>timespan</c>: the time since midnight.</summary>
    public void WriteTimeSpan(TimeOnly value) => WriteTimeSpan(value.ToTimeSpan());

    /// <summary>Writes a <c>timespan</c>: the time since midnight.</summary>
    public void WriteTimeSpan(TimeOnly? value) => WriteTimeSpan(value?.ToTimeSpan());

    /// <summary>Writes a <c>guid</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteGuid(Guid value)
    {
        if (GuidText.IsSupported)
        {
            ref byte field = ref NextShort();
            GuidText.Write(value, ref field);
            EndShort(ref field, GuidText.Length);
        }
        else
        {
            WriteGuidSlowly(value);
        }
    }

    /// <summary>Writes a <c>guid</c>.</summary>
    public void WriteGuid(Guid? value)
    {
        if (value is { } some)
        {
            WriteGuid(some);
        }
        else
        {
            WriteNull();
        }
    }

    // Apart, so that what they need on the stack costs the others nothing.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteLongReal(double value)
    {
        nint written = LongReal.WriteField(value, ref NextShort());
        _position += (int)written;
        if (written == 0)
        {
            EndField(CsvNumber.Write(value, Rest));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteGuidSlowly(Guid value)
    {
        bool written = Utf8Formatter.TryFormat(value, Rest, out int length);
        EndField(CsvNumber.Done(written, length));
    }
}
