namespace Contracts;

/// <summary>The names of features on the wire.</summary>
public static class FeatureNames
{
    private static readonly IReadOnlyDictionary<string, Features> ByName =
        Enum.GetValues<Features>().Where(feature => feature != Features.None)
            .ToDictionary(Of, feature => feature, StringComparer.Ordinal);

    /// <summary>Every name, as a list for people.</summary>
    public static string All { get; } = string.Join(", ", ByName.Keys);

    /// <summary>The name of one feature.</summary>
    /// <param name="feature">One feature, not a set.</param>
    public static string Of(Features feature) => feature.ToString().ToLowerInvariant();

    /// <summary>The feature of a name, or <see cref="Features.None"/> where there is none.</summary>
    /// <param name="name">The name in lower case.</param>
    public static Features Parse(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The members of a set, in the order of their declaration.</summary>
    /// <param name="set">Any set.</param>
    public static IEnumerable<Features> Split(Features set) => ByName.Values.Where(feature => set.HasFlag(feature));
}
