using Contracts;

namespace Vision;

/// <summary>The features of this process, in the order in which they run.</summary>
internal sealed class FeatureSet(IEnumerable<IImageFeature> computed, IEnumerable<IAwaitedFeature> awaited)
{
    private readonly IImageFeature[] computed = [.. computed.OrderBy(feature => feature.Feature)];
    private readonly IAwaitedFeature[] awaited = [.. awaited.OrderBy(feature => feature.Feature)];

    /// <summary>Those of a set that run on the engine's workers.</summary>
    public IReadOnlyList<IImageFeature> Computed(Features wanted) =>
        [.. computed.Where(feature => wanted.HasFlag(feature.Feature))];

    /// <summary>Those of a set that run elsewhere.</summary>
    public IReadOnlyList<IAwaitedFeature> Awaited(Features wanted) =>
        [.. awaited.Where(feature => wanted.HasFlag(feature.Feature))];

    /// <summary>Describes those of a set that this process does not have.</summary>
    public IEnumerable<FeatureError> Unavailable(Features wanted)
    {
        var known = computed.Select(feature => feature.Feature).Concat(awaited.Select(feature => feature.Feature))
            .Aggregate(Features.None, static (set, feature) => set | feature);
        return FeatureNames.Split(wanted & ~known).Select(static feature => new FeatureError(
            FeatureNames.Of(feature), ErrorCodes.FeatureUnavailable.Code, "This feature is not set up on this server."));
    }
}
