using Vision.Classifiers.Heads;
using Vision.Labels;
using Vision.Models;
using Vision.Models.Manifests;

namespace Vision.Classifiers;

/// <summary>Makes a classifier of a head and of the network whose embeddings it was trained on.</summary>
internal static class HeadLoader
{
    /// <param name="file">The head's file, whose digest has been checked.</param>
    /// <param name="manifest">The head's manifest.</param>
    /// <param name="labels">Its classes.</param>
    /// <param name="backbone">The network, of the digest that the manifest names; it stays loaded for as long as the classifier.</param>
    /// <exception cref="ModelLoadException">The file is no head that fits its manifest, its labels and the network.</exception>
    public static IClassifier Load(ReadOnlyMemory<byte> file, ModelManifest manifest, LabelSet labels, LoadedModel backbone)
    {
        if (manifest.Input != backbone.Manifest.Input)
        {
            throw new ModelLoadException($"Model {manifest.Name}@{manifest.Version} takes another input than its backbone.");
        }

        return new HeadClassifier(backbone.Classifier, HeadFile.Read(file.Span), labels);
    }
}
