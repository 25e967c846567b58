using System.Text.Json;
using Contracts;
using Vision.Decoding;
using Vision.Labels;
using Vision.Models.Manifests;
using Vision.Probing;

namespace Vision.Models.Golden;

/// <summary>
/// Has a classifier answer for the images that lie beside it. A version that gives other answers than those that are stored with it
/// is not what was measured: another file, another runtime, other preprocessing.
/// </summary>
internal sealed class GoldenImages(IImageDecoder decoder)
{
    public const string FileName = "golden.json";

    /// <summary>Does nothing where no images are stored.</summary>
    /// <param name="folder">The version's folder.</param>
    /// <param name="model">The version.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ModelLoadException">An answer differs, or there is no answer.</exception>
    public async Task CheckAsync(string folder, LoadedModel model, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            await using var file = File.OpenRead(path);
            var images = await JsonSerializer.DeserializeAsync(file, GoldenJsonContext.Default.IReadOnlyListGoldenImage, cancellationToken);
            foreach (var image in images ?? [])
            {
                await CheckAsync(folder, image, model, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or ProblemException)
        {
            throw new ModelLoadException($"{path} cannot be checked: {exception.Message}", exception);
        }
    }

    private async Task CheckAsync(string folder, GoldenImage golden, LoadedModel model, CancellationToken cancellationToken)
    {
        var name = $"Model {model.Reference.Name}@{model.Reference.Version}";
        if (model.Manifest.Task != ModelTask.Classification || !ManifestReader.IsFileName(golden.Image))
        {
            throw new ModelLoadException($"{name} has a golden image that it cannot have: only classifiers do, beside them.");
        }

        var path = Path.Combine(folder, golden.Image);
        if (new FileInfo(path).Length > ImageLimits.MaximumBytes)
        {
            throw new ModelLoadException($"{name} has a golden image that is larger than images may be: {golden.Image}.");
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        var (found, probability) = Classify(new EncodedImage(bytes, ImageDigest.Of(bytes), ImageProbe.Read(bytes)), model);
        if (found != golden.Class || Math.Abs(probability - golden.Probability) > golden.Tolerance)
        {
            throw new ModelLoadException(
                $"{name} is not loaded: of its golden image {golden.Image} it says {found} at {probability:F4}, "
                + $"and should say {golden.Class} at {golden.Probability:F4}.");
        }
    }

    private (string Class, float Probability) Classify(EncodedImage image, LoadedModel model)
    {
        using var pixels = decoder.Decode(image, model.PixelsFor(new AnalysisOptions()));
        var probabilities = model.Classifier.Classify(pixels).Probabilities;
        Span<int> best = stackalloc int[1];
        TopK.Select(probabilities, best);
        return (model.Labels[best[0]].Id, probabilities[best[0]]);
    }
}
