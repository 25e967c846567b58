using Contracts;

namespace ApiService.Compatibility.Google.Requests;

/// <summary>What is asked of one image.</summary>
/// <param name="Image">The number of the image among those of the body; null where only an address is given.</param>
/// <param name="Limits">The features, each with the most results that are wanted of it.</param>
/// <param name="AspectRatios">The shapes of crops; none for the one that fits best.</param>
internal sealed record AnnotateRequest(
    int? Image, IReadOnlyDictionary<FeatureType, int> Limits, IReadOnlyList<double> AspectRatios)
{
    /// <summary>Everything that the engine has to compute.</summary>
    public Features Needs => Limits.Keys.Aggregate(Features.None, static (needs, type) => needs | FeatureTypes.Needs(type));

    /// <summary>What this server does not have.</summary>
    public IEnumerable<FeatureType> Missing => Limits.Keys.Where(static type => FeatureTypes.Needs(type) == Features.None);

    /// <summary>Both kinds of text detection answer alike here.</summary>
    public bool AsksForText => Asks(FeatureType.TextDetection) || Asks(FeatureType.DocumentTextDetection);

    public bool Asks(FeatureType type) => Limits.ContainsKey(type);
}
