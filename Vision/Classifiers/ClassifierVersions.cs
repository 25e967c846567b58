using Contracts;
using Vision.Classifiers.Heads;
using Vision.Classifiers.Training;
using Vision.Models;
using Vision.Models.Manifests;
using Vision.Models.Versions;

namespace Vision.Classifiers;

/// <summary>The versions of custom classifiers in the model repository.</summary>
internal sealed class ClassifierVersions(ModelRepository repository, ModelInstaller installer, IModelAdministration models)
{
    /// <exception cref="ProblemException"><c>invalid_request</c>: it is no name, or another kind of model bears it.</exception>
    public async Task CheckNameAsync(string name, CancellationToken cancellationToken)
    {
        if (!ClassifierName.IsValid(name))
        {
            throw Invalid("A name takes 1 to 64 letters, digits, '-' and '_'.");
        }

        foreach (var folder in VersionsOf(name))
        {
            if (await IsOtherModelAsync(folder, cancellationToken))
            {
                throw Invalid("This is the name of a model that is no custom classifier.");
            }
        }
    }

    /// <summary>Describes the live version of a classifier, for comparison with a new one; null if none is live.</summary>
    public async Task<Incumbent?> LiveAsync(
        string name, LoadedModel backbone, IReadOnlyList<string> classes, CancellationToken cancellationToken)
    {
        using var use = repository.Use();
        if (use.Models.TryFind(name) is not { } live)
        {
            return null;
        }

        var labels = Enumerable.Range(0, live.Labels.Count).Select(index => $"{live.Labels[index].Id}\t{live.Labels[index].Name}");
        var isComparable = live.Classifier is HeadClassifier && live.Manifest.Backbone?.Sha256 == backbone.Manifest.Sha256
            && labels.SequenceEqual(HeadClassifier.LabelsFor(classes), StringComparer.Ordinal);
        return new Incumbent(
            live.Reference.Version,
            live.Manifest.Accuracy?.Top1,
            isComparable ? ((HeadClassifier)live.Classifier).Head : null,
            await VersionDraft.ReadDigestsAsync(Path.Combine(repository.Folder, name, live.Reference.Version), cancellationToken));
    }

    /// <summary>Keeps a new version, and makes it live if that is decided.</summary>
    public async Task<InstalledVersion> InstallAsync(
        ModelManifest manifest, ClassifierHead head, EmbeddedSet set, GateDecision decision, CancellationToken cancellationToken)
    {
        var made = await installer.InstallAsync(
            manifest.Name, await StageAsync(manifest, head, set, cancellationToken), cancellationToken);
        if (!decision.Passes)
        {
            return new InstalledVersion(made, Promoted: false, decision.Reason);
        }

        // From here on the version is there; a caller who leaves now shall not leave it half promoted.
        await models.PromoteAsync(made.Name, made.Version, CancellationToken.None);
        return new InstalledVersion(made, Promoted: true, decision.Reason);
    }

    private async Task<string> StageAsync(ModelManifest manifest, ClassifierHead head, EmbeddedSet set, CancellationToken cancellationToken)
    {
        var staged = installer.Stage();
        try
        {
            await VersionDraft.WriteAsync(staged, manifest, head, set, cancellationToken);
            return staged;
        }
        catch
        {
            VersionFolder.Discard(staged);
            throw;
        }
    }

    private static async Task<bool> IsOtherModelAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            return (await ManifestReader.ReadAsync(folder, cancellationToken)).Backbone is null;
        }
        catch (ModelLoadException)
        {
            // Whatever it was, nothing answers by it; its name is not lost for that.
            return false;
        }
    }

    private static ProblemException Invalid(string message) => new(ErrorCodes.InvalidRequest, message)
    {
        Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["name"] = [message] },
    };

    private IEnumerable<string> VersionsOf(string name)
    {
        var folder = Path.Combine(repository.Folder, name);
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Where(ModelFolders.IsVersion)
            : [];
    }
}
