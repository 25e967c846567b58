using System.Globalization;

namespace Vision.Models;

/// <summary>Orders versions: numbers by their value, then everything else by its characters.</summary>
internal sealed class VersionOrder : IComparer<string>
{
    public static readonly VersionOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var xIsNumber = long.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out var xNumber);
        var yIsNumber = long.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var yNumber);
        return (xIsNumber, yIsNumber) switch
        {
            (true, true) => xNumber.CompareTo(yNumber),
            (false, false) => string.CompareOrdinal(x, y),
            _ => xIsNumber ? -1 : 1,
        };
    }
}
