using System.Runtime.CompilerServices;

namespace Kusto.Typed.Csv;

/// <summary>A day of the calendar, out of the days since 0001-01-01.</summary>
/// <remarks>
/// Years that begin in March have their leap day at the end, so that month and day follow by two multiplications
/// (C. Neri, L. Schneider, "Euclidean affine functions and their application to calendar algorithms").
/// <see cref="DateTime"/> reckons alike, but by a call and over the stack: 4 % of the time of a StormEvent.
/// </remarks>
internal readonly record struct CalendarDay(uint Year, uint Month, uint Day)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CalendarDay Of(uint days)
    {
        const uint DaysToMarch = 306;
        const uint FourCenturies = 146_097;
        const uint PerYear = 2_939_745;
        uint quarters = (4 * (days + DaysToMarch)) + 3;
        uint century = quarters / FourCenturies;
        ulong years = PerYear * (ulong)((quarters - (century * FourCenturies)) | 3);
        uint dayOfYear = (uint)years / PerYear / 4;
        uint months = (2_141 * dayOfYear) + 197_913;

        // January and February belong to the year after.
        bool isNext = dayOfYear >= DaysToMarch;
        uint year = (century * 100) + (uint)(years >> 32) + (isNext ? 1u : 0);
        return new CalendarDay(year, (months >> 16) - (isNext ? 12u : 0), ((ushort)months / 2_141u) + 1);
    }
}
