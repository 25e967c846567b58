using System.Diagnostics.Metrics;
using Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vision.Admission;
using Vision.Labels;
using Vision.Models.Versions;
using Vision.Telemetry;

namespace Vision.Models;

/// <summary>
/// The models of this process. They load in the background when the host starts; readiness waits for them. Several versions of a
/// model are loaded at once; which of them is live, and what is loaded, changes in one step.
/// </summary>
internal sealed partial class ModelRepository(
    IOptions<ModelsOptions> options,
    VersionFolders folders,
    IEnumerable<RequiredModel> required,
    AdmissionQueues queues,
    VisionTelemetry telemetry,
    IHostEnvironment environment,
    ILogger<ModelRepository> logger)
    : BackgroundService, IModelCatalog
{
    private readonly CancellationTokenSource ending = new();
    private readonly SemaphoreSlim refreshing = new(1);
    private volatile ModelSet current = ModelSet.Empty();
    private volatile IReadOnlyCollection<string> failures = [];
    private volatile IReadOnlyCollection<string> failedNames = [];
    private volatile bool isLoaded;

    /// <summary>The folder, which other processes may share.</summary>
    public string Folder { get; } = ModelFolders.Locate(options.Value.Path, environment.ContentRootPath);

    /// <summary>Why versions are missing, one sentence each.</summary>
    public IReadOnlyCollection<string> Failures => failures;

    /// <summary>Whether what was in the folder at the start has been loaded.</summary>
    public bool IsLoaded => isLoaded;

    /// <summary>Keeps the models of this moment loaded, for whoever works with them.</summary>
    /// <exception cref="ProblemException"><c>inference_unavailable</c> while the models load.</exception>
    public ModelUse Use()
    {
        CheckLoaded();
        while (true)
        {
            var seen = current;
            if (seen.TryEnter())
            {
                return new ModelUse(seen);
            }
        }
    }

    /// <summary>The same for work that names a model. One that another process has made a moment ago is loaded first.</summary>
    /// <param name="reference">As <c>name</c> or <c>name@version</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ProblemException"><c>inference_unavailable</c> while the models load.</exception>
    public async ValueTask<ModelUse> UseAsync(string reference, CancellationToken cancellationToken)
    {
        CheckLoaded();
        if (current.TryFind(reference) is null && reference.Split('@') is [var name, var version]
            && ModelFolders.Find(Folder, name, version) is { } folder && ModelFolders.IsVersion(folder))
        {
            await RefreshAsync(cancellationToken);
        }

        return Use();
    }

    /// <summary>Looks for what other processes have changed in the folder. It is done when the task ends, also if nobody waits.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => RefreshAsync().WaitAsync(cancellationToken);

    public Task<IReadOnlyList<ModelSummary>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult(ModelSummaries.Of(current));

    public Task<IReadOnlyList<LabelDescription>> ListLabelsAsync(string model, CancellationToken cancellationToken)
    {
        CheckLoaded();
        var labels = current.TryFindAny(model)?.Labels
            ?? throw new ProblemException(ErrorCodes.ModelNotFound, "No model of that name and version is loaded.");
        return Task.FromResult<IReadOnlyList<LabelDescription>>(
            [.. Enumerable.Range(0, labels.Count).Select(index => Describe(labels[index]))]);
    }

    public override void Dispose()
    {
        base.Dispose();
        if (ending.IsCancellationRequested)
        {
            return;
        }

        // A worker may still run a model for a caller who has left; the container's own order of disposal does not tell.
        queues.Dispose();
        ending.Cancel();
        refreshing.Wait();
        Replace(new ModelSet([], new Dictionary<string, LivePointer>(StringComparer.Ordinal), isFirst: false), current.Models);
        refreshing.Dispose();
        ending.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host waits for the part before the first await; the files need not hold up its start.
        await Task.Yield();
        telemetry.ObserveModels(MeasureReadiness);
        try
        {
            await RefreshAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The watcher tries again.
        }

        if (current.Models.Count == 0)
        {
            LogNothing(logger, Folder);
        }
    }

    private static LabelDescription Describe(LabelClass label) =>
        new(label.Id, label.Name, label.Path.Count > 0 ? label.Path : null);

    private async Task RefreshAsync()
    {
        await refreshing.WaitAsync(ending.Token);
        try
        {
            var (hasChanged, gone) = await folders.UpdateAsync(Folder, ending.Token);
            var models = hasChanged ? folders.Models : current.Models;
            var (pointers, unreadable) = await LivePointers.ReadAsync(Folder, models, current, ending.Token);
            failedNames = folders.FailedNames;
            failures = [.. folders.Failures, .. unreadable];
            if (hasChanged || !LivePointers.AreEqual(pointers, current.Pointers))
            {
                Replace(new ModelSet(models, pointers, isFirst: false), gone);
            }

            if (!isLoaded)
            {
                FreeFiles();
            }

            isLoaded = true;
        }
        finally
        {
            refreshing.Release();
        }
    }

    // The sessions have taken what they need of the files; without this, tens of megabytes of them would stay until memory runs short.
    private static void FreeFiles() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private void Replace(ModelSet successor, IReadOnlyList<LoadedModel> gone)
    {
        var before = current;
        current = successor;
        before.GiveWayTo(successor, gone);
    }

    private IEnumerable<Measurement<int>> MeasureReadiness()
    {
        var models = current;
        return required.Select(static model => model.Name).Where(static name => name.Length > 0)
            .Concat(failedNames).Concat(models.Models.Select(static model => model.Reference.Name)).Distinct(StringComparer.Ordinal)
            .Select(name => new Measurement<int>(
                models.LiveVersion(name) is null ? 0 : 1, new KeyValuePair<string, object?>("model", name)));
    }

    private void CheckLoaded()
    {
        if (!isLoaded)
        {
            throw new ProblemException(ErrorCodes.InferenceUnavailable, "The models are still being loaded.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No model could be loaded from {Folder}")]
    private static partial void LogNothing(ILogger logger, string folder);
}
