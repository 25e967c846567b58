using Contracts;
using Vision.Models.Manifests;

namespace Vision.Models.Versions;

/// <summary>
/// The models of one moment, and which versions were live then. It never changes; the repository puts a new one in its place. A
/// model that the next one lacks is freed when nobody uses this one or an earlier one any more, so that whatever an analysis
/// finds while it runs stays loaded until it ends.
/// </summary>
internal sealed class ModelSet
{
    private readonly IReadOnlyList<LoadedModel> models;
    private readonly Dictionary<string, LoadedModel?> live;
    private readonly IReadOnlyDictionary<string, LivePointer> pointers;
    private IReadOnlyList<LoadedModel> dropped = [];
    private ModelSet? next;
    private int holds;

    /// <param name="models">All models, in the order of their names and versions.</param>
    /// <param name="pointers">What their files say of which version is live, where there is such a file.</param>
    /// <param name="isFirst">Whether no other set was there before.</param>
    public ModelSet(IReadOnlyList<LoadedModel> models, IReadOnlyDictionary<string, LivePointer> pointers, bool isFirst)
    {
        (this.models, this.pointers) = (models, pointers);
        live = models.GroupBy(model => model.Reference.Name, StringComparer.Ordinal)
            .ToDictionary(versions => versions.Key, LiveOf, StringComparer.Ordinal);

        // Being the current one, and the one before.
        holds = isFirst ? 1 : 2;
    }

    public static ModelSet Empty() => new([], new Dictionary<string, LivePointer>(StringComparer.Ordinal), isFirst: true);

    public IReadOnlyList<LoadedModel> Models => models;

    /// <summary>The live versions of the models that features need besides the classifier, in the order of their names.</summary>
    public IReadOnlyList<ModelReference> LiveBesideClassifiers => [.. live.Values.OfType<LoadedModel>()
        .Where(model => model.Manifest.Task != ModelTask.Classification).Select(model => model.Reference)];

    /// <summary>Finds the classifier that is meant by <c>name</c> (its live version) or <c>name@version</c>; null if there is none.</summary>
    public LoadedModel? TryFind(string reference)
    {
        var found = TryFindAny(reference);
        return found?.Manifest.Task == ModelTask.Classification ? found : null;
    }

    /// <summary>The same for a model of any task.</summary>
    public LoadedModel? TryFindAny(string reference)
    {
        var split = reference.IndexOf('@', StringComparison.Ordinal);
        return split < 0 ? LiveVersion(reference) : Version(reference[..split], reference[(split + 1)..]);
    }

    /// <inheritdoc cref="TryFind"/>
    /// <exception cref="ProblemException"><c>model_not_found</c>.</exception>
    public LoadedModel Find(string reference) => TryFind(reference)
        ?? throw new ProblemException(ErrorCodes.ModelNotFound, "No classifier of that name and version is loaded.");

    /// <summary>Finds the live version of the model that a feature needs.</summary>
    /// <exception cref="FeatureException"><c>feature_unavailable</c>: it is switched off, or not loaded.</exception>
    public LoadedModel Find(RequiredModel wanted) => LiveVersion(wanted.Name) is { } found && found.Manifest.Task == wanted.Task
        ? found
        : throw new FeatureException(ErrorCodes.FeatureUnavailable, "The model of this feature is not set up on this server.");

    /// <summary>The live version of a model of any task; null if there is none.</summary>
    public LoadedModel? LiveVersion(string name) => live.GetValueOrDefault(name);

    /// <summary>A version of a model of any task; null if there is none.</summary>
    public LoadedModel? Version(string name, string version) =>
        models.FirstOrDefault(model => model.Reference.Name == name && model.Reference.Version == version);

    /// <summary>Which version of a model is to be live, and which before it; null if the model is not there.</summary>
    public LivePointer? PointerOf(string name) => pointers.TryGetValue(name, out var known) ? known
        : live.ContainsKey(name) ? LivePointer.Highest(models.Where(model => model.Reference.Name == name).Select(model => model.Reference.Version))
        : null;

    /// <summary>What the files say; a model without one is not in it.</summary>
    public IReadOnlyDictionary<string, LivePointer> Pointers => pointers;

    /// <summary>Keeps all of it loaded until <see cref="Leave"/>; false if it is too late for that.</summary>
    public bool TryEnter()
    {
        for (var seen = Volatile.Read(ref holds); seen > 0;)
        {
            var found = Interlocked.CompareExchange(ref holds, seen + 1, seen);
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }

    public void Leave()
    {
        for (var set = this; set is not null && Interlocked.Decrement(ref set.holds) == 0; set = set.next)
        {
            foreach (var model in set.dropped)
            {
                model.Dispose();
            }
        }
    }

    /// <summary>Is no longer the current one.</summary>
    /// <param name="successor">The one that is.</param>
    /// <param name="gone">Those of the models that it does not have.</param>
    public void GiveWayTo(ModelSet successor, IReadOnlyList<LoadedModel> gone)
    {
        (next, dropped) = (successor, gone);
        Leave();
    }

    private LoadedModel? LiveOf(IGrouping<string, LoadedModel> versions) => pointers.TryGetValue(versions.Key, out var pointer)
        ? pointer.Candidates.Select(version => versions.FirstOrDefault(model => model.Reference.Version == version)).FirstOrDefault(model => model is not null)
        : versions.Last();
}
