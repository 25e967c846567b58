using Contracts;
using Vision.Decoding;
using Vision.Labels;
using Vision.Models.Manifests;
using Vision.Models.Sessions;

namespace Vision.Models;

/// <summary>A version of a model that is ready to answer.</summary>
internal sealed class LoadedModel(ModelManifest manifest, LabelSet labels, ModelSession session, IClassifier? classifier) : IDisposable
{
    public ModelManifest Manifest => manifest;

    public LabelSet Labels => labels;

    public ModelSession Session => session;

    public ModelReference Reference { get; } = new(manifest.Name, manifest.Version);

    /// <summary>What classifies images.</summary>
    /// <exception cref="InvalidOperationException">The model has another task.</exception>
    public IClassifier Classifier => classifier ?? throw new InvalidOperationException("This model is no classifier.");

    /// <summary>The pixels that this model looks at.</summary>
    public PixelRequest PixelsFor(AnalysisOptions options) => new(
        manifest.Input.Width,
        manifest.Input.Height,
        manifest.Preprocessing.Crop,
        manifest.Preprocessing.CropFraction,
        manifest.Preprocessing.Kernel,
        options.Equalize);

    public void Dispose() => session.Dispose();
}
