using System.Security.Cryptography;
using System.Text.Json;
using Vision.Classifiers.Heads;
using Vision.Models;
using Vision.Models.Manifests;

namespace Vision.Classifiers.Training;

/// <summary>Writes the folder of a new version: head, labels, the examples' digests and, last, the manifest.</summary>
internal static class VersionDraft
{
    /// <summary>One line an example: its label, a tab and its picture's digest. It tells which pictures a version has learned from.</summary>
    public const string ExamplesFile = "examples.tsv";

    private const string LabelsFile = "labels.tsv";

    /// <summary>The terms of the weights are those of whoever's pictures they were trained on.</summary>
    private const string Licence = "LicenseRef-Private";

    /// <summary>Writes the files.</summary>
    /// <param name="folder">The folder; it is made.</param>
    /// <param name="manifest">What <see cref="Describe"/> gave.</param>
    /// <param name="head">The head.</param>
    /// <param name="set">What it was trained on.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(
        string folder, ModelManifest manifest, ClassifierHead head, EmbeddedSet set, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, manifest.File), HeadFile.Write(head), cancellationToken);
        await File.WriteAllLinesAsync(Path.Combine(folder, LabelsFile), HeadClassifier.LabelsFor(set.Classes), cancellationToken);
        await File.WriteAllLinesAsync(
            Path.Combine(folder, ExamplesFile),
            set.Examples.Select(example => $"{set.Classes[example.Class]}\t{example.Digest}"),
            cancellationToken);
        await using var file = File.Create(Path.Combine(folder, ManifestReader.FileName));
        await JsonSerializer.SerializeAsync(file, manifest, ManifestJsonContext.Default.ModelManifest, cancellationToken);
    }

    /// <summary>Makes the manifest; the version in it is put there when it is installed.</summary>
    public static ModelManifest Describe(
        string name, LoadedModel backbone, Evaluation evaluation, EmbeddedSet set, DateTimeOffset createdAt)
    {
        var holdout = HoldoutQuality.Summarize(evaluation.Answers);
        var confusion = HoldoutQuality.Confusion(evaluation.Answers, set.Classes.Count);
        return new ModelManifest
        {
            Name = name,
            Version = "0",
            Task = ModelTask.Classification,
            File = HeadFile.FileName,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(HeadFile.Write(evaluation.Head))),
            CreatedAt = createdAt,
            Input = backbone.Manifest.Input,
            Preprocessing = backbone.Manifest.Preprocessing,
            Outputs = new ModelOutputs(),
            Backbone = new ModelBackbone
            {
                Name = backbone.Reference.Name,
                Version = backbone.Reference.Version,
                Sha256 = backbone.Manifest.Sha256,
            },
            Labels = LabelsFile,
            Licence = Licence,
            Source = "Trained on this server",
            Accuracy = new ModelAccuracy { Top1 = holdout.Accuracy, Dataset = $"{holdout.Count} pictures that were held out" },
            Training = new ModelTraining
            {
                DataDigest = set.Census.Digest(),
                Examples = set.Census.Counts,
                Holdout = holdout,
                Confusion = confusion,
                PerClass = HoldoutQuality.PerClass(confusion, set.Classes),
            },
        };
    }

    /// <summary>Reads the digests of the pictures that a version has learned from; none where they are not on record.</summary>
    public static async Task<IReadOnlySet<string>> ReadDigestsAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, ExamplesFile);
        var lines = File.Exists(path) ? await File.ReadAllLinesAsync(path, cancellationToken) : [];
        return lines.Select(static line => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]).ToHashSet(StringComparer.Ordinal);
    }
}
