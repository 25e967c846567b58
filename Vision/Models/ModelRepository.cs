using System.Collections.Concurrent;
using Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vision.Admission;
using Vision.Models.Manifests;

namespace Vision.Models;

/// <summary>The models of this process. They load in the background when the host starts; readiness waits for them.</summary>
internal sealed partial class ModelRepository(
    IOptions<ModelsOptions> options,
    IEnumerable<RequiredModel> required,
    AdmissionQueue queue,
    IHostEnvironment environment,
    ILogger<ModelRepository> logger)
    : BackgroundService, IModelCatalog
{
    private readonly ConcurrentQueue<string> failures = [];
    private volatile IReadOnlyList<LoadedModel> models = [];

    /// <summary>Why versions are missing, one sentence each.</summary>
    public IReadOnlyCollection<string> Failures => failures;

    /// <summary>Finds the classifier that is meant by <c>name</c> (its live version) or <c>name@version</c>.</summary>
    /// <exception cref="ProblemException"><c>model_not_found</c>, or <c>inference_unavailable</c> while the models load.</exception>
    public LoadedModel Find(string reference)
    {
        CheckLoaded();
        var separator = reference.IndexOf('@', StringComparison.Ordinal);
        var name = separator < 0 ? reference : reference[..separator];
        var version = separator < 0 ? null : reference[(separator + 1)..];
        return models.LastOrDefault(model => model.Manifest.Task == ModelTask.Classification
                && model.Manifest.Name == name && (version is null || model.Manifest.Version == version))
            ?? throw new ProblemException(ErrorCodes.ModelNotFound, "No classifier of that name and version is loaded.");
    }

    /// <summary>Finds the live version of the model that a feature needs.</summary>
    /// <exception cref="FeatureException"><c>feature_unavailable</c>: it is switched off, or not loaded.</exception>
    public LoadedModel Find(RequiredModel wanted)
    {
        CheckLoaded();
        return models.LastOrDefault(model => model.Manifest.Task == wanted.Task && model.Manifest.Name == wanted.Name)
            ?? throw new FeatureException(ErrorCodes.FeatureUnavailable, "The model of this feature is not set up on this server.");
    }

    public Task<IReadOnlyList<ModelSummary>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ModelSummary>>(
            [.. models.GroupBy(model => model.Manifest.Name, StringComparer.Ordinal).Select(ModelSummaries.Of)]);

    public Task<IReadOnlyList<LabelDescription>> ListLabelsAsync(string model, CancellationToken cancellationToken)
    {
        var labels = Find(model).Labels;
        return Task.FromResult<IReadOnlyList<LabelDescription>>(
            [.. Enumerable.Range(0, labels.Count).Select(index => new LabelDescription(labels[index].Id, labels[index].Name))]);
    }

    public override void Dispose()
    {
        base.Dispose();

        // A worker may still run a model for a caller who has left; the container's own order of disposal does not tell.
        queue.Dispose();
        foreach (var model in models)
        {
            model.Dispose();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host waits for the part before the first await; the files need not hold up its start.
        await Task.Yield();
        var folder = ModelFolders.Locate(options.Value.Path, environment.ContentRootPath);
        var attempts = await Task.WhenAll(ModelFolders.Versions(folder).Select(version => TryLoadAsync(version, stoppingToken)));
        models = [.. attempts.OfType<LoadedModel>().OrderBy(model => model.Manifest.Name, StringComparer.Ordinal)
            .ThenBy(model => model.Manifest.Version, VersionOrder.Instance)];
        if (models.Count == 0)
        {
            AddFailure($"No model could be loaded from {folder}.");
        }
    }

    private void CheckLoaded()
    {
        if (ExecuteTask is not { IsCompleted: true })
        {
            throw new ProblemException(ErrorCodes.InferenceUnavailable, "The models are still being loaded.");
        }
    }

    private bool IsWanted(ModelManifest manifest) => manifest.Task == ModelTask.Classification
        || required.Any(wanted => wanted.Name == manifest.Name && wanted.Task == manifest.Task);

    private async Task<LoadedModel?> TryLoadAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var manifest = await ManifestReader.ReadAsync(folder, cancellationToken);
            if (!IsWanted(manifest))
            {
                return null;
            }

            var model = await Task.Run(() => ModelLoader.LoadAsync(folder, manifest, backbone: null, cancellationToken), cancellationToken);
            LogLoaded(logger, model.Manifest.Name, model.Manifest.Version, model.Labels.Count);
            return model;
        }
        catch (ModelLoadException exception)
        {
            AddFailure(exception.Message);
            return null;
        }
    }

    private void AddFailure(string reason)
    {
        LogFailed(logger, reason);
        failures.Enqueue(reason);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Model {Name}@{Version} is ready, {Classes} classes")]
    private static partial void LogLoaded(ILogger logger, string name, string version, int classes);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
