namespace Kusto.Typed.Benchmarks.Rows;

/// <summary>The words that storms are written down with.</summary>
internal static class StormWords
{
    public static string[] States { get; } =
    [
        "ALABAMA", "ALASKA", "ARIZONA", "ARKANSAS", "CALIFORNIA", "COLORADO", "FLORIDA", "GEORGIA", "ILLINOIS", "INDIANA", "IOWA",
        "KANSAS", "KENTUCKY", "LOUISIANA", "MAINE", "MARYLAND", "MICHIGAN", "MINNESOTA", "MISSISSIPPI", "MISSOURI", "MONTANA",
        "NEBRASKA", "NEVADA", "NEW HAMPSHIRE", "NEW JERSEY", "NEW MEXICO", "NEW YORK", "NORTH CAROLINA", "NORTH DAKOTA", "OHIO",
        "OKLAHOMA", "OREGON", "PENNSYLVANIA", "SOUTH CAROLINA", "SOUTH DAKOTA", "TENNESSEE", "TEXAS", "UTAH", "VIRGINIA",
        "WASHINGTON", "WEST VIRGINIA", "WISCONSIN", "WYOMING", "ATLANTIC SOUTH", "GULF OF MEXICO",
    ];

    public static string[] Kinds { get; } =
    [
        "Thunderstorm Wind", "Hail", "Flash Flood", "Flood", "Tornado", "Drought", "Winter Storm", "Winter Weather", "Heavy Snow",
        "High Wind", "Heavy Rain", "Strong Wind", "Lightning", "Dense Fog", "Frost/Freeze", "Excessive Heat", "Ice Storm", "Blizzard",
        "Wildfire", "Waterspout", "Marine Thunderstorm Wind", "Extreme Cold/Wind Chill",
    ];

    public static string[] Sources { get; } =
    [
        "Trained Spotter", "Law Enforcement", "Public", "Emergency Manager", "Newspaper", "COOP Observer", "NWS Employee", "Mesonet",
        "Fire Department/Rescue", "911 Call Center", "ASOS", "Amateur Radio", "Broadcast Media", "Official NWS Observations",
    ];

    public static string[] Towns { get; } =
    [
        "SALEM", "FRANKLIN", "GREENVILLE", "CLINTON", "SPRINGFIELD", "MADISON", "GEORGETOWN", "ARLINGTON", "DAYTON", "OXFORD", "MILTON",
        "NEWPORT", "ASHLAND", "BURLINGTON", "MANCHESTER", "OAK GROVE", "CENTERVILLE", "MOUNT PLEASANT", "LEBANON", "UNION CITY", "ELBA",
        "LAKE CITY", "RIVERSIDE REGIONAL AIRPORT", "PORT WASHINGTON", "HUDSON", "KINGSTON", "DOVER", "TROY", "FAIRVIEW", "CEDAR FALLS",
    ];

    /// <summary>Sentences with a place for a number, {0}, and one for a town, {1}.</summary>
    public static string[] Sentences { get; } =
    [
        "A line of thunderstorms moved east across the area during the late afternoon.",
        "Winds were estimated at {0} mph near {1}.",
        "Several large trees were down along the road to {1}, and some homes were without power for {0} hours.",
        "Hail fell for about {0} minutes and covered the ground.",
        "A cold front stalled over the southern half of the state and brought heavy rain.",
        "The cooperative observer in {1} measured {0}.5 inches of rain.",
        "Water was reported over county roads {0} miles north of {1}.",
        "The roof of a barn was torn off and carried {0} yards into a field.",
        "One resident said that it sounded \"like a freight train\" as it passed {1}.",
        "Snow ranged from 3 to {0} inches, with drifts of several feet in open country.",
        "No injuries were reported.",
        "Damage to crops was estimated at ${0},000.",
        "A strong upper level low kept temperatures well below normal through the weekend.",
        "The storm produced a wind gust of {0} knots at the airport, where two small planes were overturned.",
        "Dry conditions continued through the month, and pastures remained in poor shape.",
        "Emergency crews rescued a driver from a flooded underpass in {1}.",
        "Law enforcement reported power lines down on Highway {0} west of {1}.",
        "Visibility dropped below one quarter mile in blowing snow.",
        "A mobile home was pushed off its foundation; its {0} year old owner escaped unhurt.",
        "The National Weather Service surveyed the path, which was {0} yards wide and ended just south of {1}.",
    ];
}
