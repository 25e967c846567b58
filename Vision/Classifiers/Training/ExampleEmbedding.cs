using Contracts;
using Vision.Decoding;
using Vision.Models;

namespace Vision.Classifiers.Training;

/// <summary>
/// Turns pictures into embeddings, one picture at a time: memory holds that one, and of the others what a head learns from
/// (<see cref="PictureViews.Count"/> vectors of 1280 float32, 20 KB a picture, 41 MB for 2,000).
/// </summary>
internal sealed class ExampleEmbedding(LoadedModel backbone, IImageDecoder decoder, ClassifiersOptions limits)
{
    /// <summary>Reads and embeds all examples of a set.</summary>
    /// <param name="source">The set.</param>
    /// <param name="progress">Is told how much is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work before the next picture.</param>
    /// <exception cref="ProblemException"><c>invalid_image</c>: a picture is corrupt; or the set is not what it should be.</exception>
    public async Task<EmbeddedSet> RunAsync(Stream source, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var reader = new TrainingSetReader(source, limits);
        var found = new List<(string Label, string Digest, IReadOnlyList<float[]> Views)>();
        await foreach (var example in reader.ReadAsync(cancellationToken))
        {
            found.Add((example.Label, example.Image.Digest, Embed(example, found.Count + 1)));
            progress.Report(found.Count / (double)reader.Announced);
        }

        List<string> classes = [.. reader.Census.Counts.Keys];
        return new EmbeddedSet(
            classes, [.. found.Select(one => new EmbeddedExample(classes.IndexOf(one.Label), one.Digest, one.Views))], reader.Census);
    }

    private IReadOnlyList<float[]> Embed(TrainingExample example, int number)
    {
        try
        {
            return PictureViews.Embed(example.Image, backbone, decoder);
        }
        catch (ProblemException problem)
        {
            throw new ProblemException(problem.Code, $"Picture {number}, of class '{example.Label}': {problem.Message}", problem);
        }
    }
}
