using Contracts;
using Vision.Decoding;
using Vision.Labels;
using Vision.Models.Manifests;
using Vision.Models.Sessions;

namespace Vision.Models;

/// <summary>
/// A version of a model that is ready to answer. It is freed when the last of its holders has let go: whoever loaded it, by
/// <see cref="Dispose"/>, and the heads that stand on it.
/// </summary>
internal sealed class LoadedModel : IDisposable
{
    private readonly ModelSession? session;
    private readonly IClassifier? classifier;
    private int holders = 1;

    /// <summary>A network.</summary>
    public LoadedModel(ModelManifest manifest, LabelSet labels, ModelSession session, IClassifier? classifier)
    {
        (Manifest, Labels, this.session, this.classifier) = (manifest, labels, session, classifier);
        Reference = new ModelReference(manifest.Name, manifest.Version);
    }

    /// <summary>A head on the embeddings of a network, which it holds.</summary>
    public LoadedModel(ModelManifest manifest, LabelSet labels, IClassifier classifier, LoadedModel backbone)
    {
        (Manifest, Labels, this.classifier, Backbone) = (manifest, labels, classifier, backbone);
        Reference = new ModelReference(manifest.Name, manifest.Version);
        backbone.Hold();
    }

    public ModelManifest Manifest { get; }

    public LabelSet Labels { get; }

    public ModelReference Reference { get; }

    /// <summary>The network below a head; null where the model is a network itself.</summary>
    public LoadedModel? Backbone { get; }

    /// <summary>The network's session; a head runs the one of its backbone.</summary>
    public ModelSession Session => session ?? Backbone!.Session;

    /// <summary>What classifies images.</summary>
    /// <exception cref="InvalidOperationException">The model has another task.</exception>
    public IClassifier Classifier => classifier ?? throw new InvalidOperationException("This model is no classifier.");

    /// <summary>The pixels that this model looks at.</summary>
    public PixelRequest PixelsFor(AnalysisOptions options) => new(
        Manifest.Input.Width,
        Manifest.Input.Height,
        Manifest.Preprocessing.Crop,
        Manifest.Preprocessing.CropFraction,
        Manifest.Preprocessing.Kernel,
        options.Equalize);

    public void Dispose() => Release();

    /// <summary>Keeps it from being freed, until <see cref="Release"/>; it must be in the hands of another holder meanwhile.</summary>
    private void Hold() => Interlocked.Increment(ref holders);

    private void Release()
    {
        if (Interlocked.Decrement(ref holders) == 0)
        {
            session?.Dispose();
            Backbone?.Release();
        }
    }
}
