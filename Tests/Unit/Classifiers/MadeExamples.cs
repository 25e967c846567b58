using Vision;
using Vision.Classifiers.Training;

namespace Tests.Unit.Classifiers;

/// <summary>Examples whose embeddings are random numbers around a centre of their class.</summary>
internal static class MadeExamples
{
    public const int Dimensions = 16;

    /// <summary>Makes examples; with a distance of 0 the classes do not differ.</summary>
    public static List<EmbeddedExample> Of(int classes, int perClass, double distance, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, classes * perClass).Select(number =>
        {
            var vector = Enumerable.Range(0, Dimensions)
                .Select(place => (float)(random.NextDouble() - 0.5 + (place == number % classes ? distance : 0))).ToArray();
            return new EmbeddedExample(number % classes, ImageDigest.Of(BitConverter.GetBytes(number + (seed << 16))), [vector]);
        })];
    }
}
