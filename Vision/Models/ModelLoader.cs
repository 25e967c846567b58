using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;
using Vision.Classifiers;
using Vision.Labels;
using Vision.Models.Manifests;
using Vision.Models.Sessions;

namespace Vision.Models;

/// <summary>Turns a folder of the model repository into a model that is ready to answer.</summary>
internal static class ModelLoader
{
    /// <exception cref="ModelLoadException">Something in the folder is missing, altered or broken.</exception>
    public static async Task<LoadedModel> LoadAsync(string folder, CancellationToken cancellationToken) =>
        await LoadAsync(folder, await ManifestReader.ReadAsync(folder, cancellationToken), backbone: null, cancellationToken);

    /// <param name="folder">The version's folder.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="backbone">The network that the manifest names, where the version is a head; the caller holds it meanwhile.</param>
    /// <param name="cancellationToken">Ends the loading.</param>
    /// <exception cref="ModelLoadException">Something in the folder is missing, altered or broken.</exception>
    public static async Task<LoadedModel> LoadAsync(
        string folder, ModelManifest manifest, LoadedModel? backbone, CancellationToken cancellationToken)
    {
        try
        {
            var file = await File.ReadAllBytesAsync(Path.Combine(folder, manifest.File), cancellationToken);
            CheckDigest(manifest, file);
            var labels = manifest.Labels is null
                ? LabelSet.Empty
                : await LabelSet.ReadAsync(Path.Combine(folder, manifest.Labels), cancellationToken);
            return manifest.Backbone is null ? Open(file, manifest, labels) : OpenHead(file, manifest, labels, backbone);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or OnnxRuntimeException)
        {
            throw new ModelLoadException(
                $"Model {manifest.Name}@{manifest.Version} cannot be loaded: {exception.Message}", exception);
        }
    }

    private static LoadedModel Open(byte[] file, ModelManifest manifest, LabelSet labels)
    {
        var session = new ModelSession(file, manifest);
        try
        {
            session.CheckTensors();
            session.WarmUp();
            var classifier = manifest.Task == ModelTask.Classification ? new NetworkClassifier(session, manifest, labels.Count) : null;
            return new LoadedModel(manifest, labels, session, classifier);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static LoadedModel OpenHead(byte[] file, ModelManifest manifest, LabelSet labels, LoadedModel? backbone)
    {
        var (wanted, name) = (manifest.Backbone!, $"Model {manifest.Name}@{manifest.Version}");
        if (backbone is null)
        {
            throw new ModelLoadException($"{name} is not loaded: its backbone {wanted.Name}@{wanted.Version} is not there.");
        }

        if (!string.Equals(backbone.Manifest.Sha256, wanted.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            throw new ModelLoadException(
                $"{name} is not loaded: its backbone {wanted.Name}@{wanted.Version} has the SHA-256 {backbone.Manifest.Sha256}, "
                + $"its manifest says {wanted.Sha256}.");
        }

        return new LoadedModel(manifest, labels, HeadLoader.Load(file, manifest, labels, backbone), backbone);
    }

    private static void CheckDigest(ModelManifest manifest, byte[] file)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(file));
        if (!string.Equals(digest, manifest.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            throw new ModelLoadException(
                $"Model {manifest.Name}@{manifest.Version} is not loaded: {manifest.File} has the SHA-256 {digest}, "
                + $"its manifest says {manifest.Sha256}.");
        }
    }
}
