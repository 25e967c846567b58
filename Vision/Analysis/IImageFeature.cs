using Contracts;

namespace Vision;

/// <summary>
/// One thing that can be computed of an image, on the thread that calls it. It asks for the pixels that it needs, and may fail alone.
/// </summary>
internal interface IImageFeature
{
    /// <summary>Which feature this is.</summary>
    Features Feature { get; }

    /// <summary>Adds its result to an analysis.</summary>
    /// <exception cref="FeatureException">It cannot be computed, and callers are told why.</exception>
    Analysis Apply(FeatureContext context, Analysis analysis);
}
