using Contracts;
using Microsoft.Extensions.Logging;
using Vision.Models.Golden;
using Vision.Models.Versions;

namespace Vision.Models;

/// <summary>Decides which versions are live, and which go.</summary>
internal sealed partial class ModelLifecycle(
    ModelRepository repository, GoldenImages golden, RepositoryChange change, ILogger<ModelLifecycle> logger) : IModelAdministration
{
    public async Task<ModelSummary> PromoteAsync(string name, string version, CancellationToken cancellationToken)
    {
        await repository.RefreshAsync(cancellationToken);
        using (var use = repository.Use())
        {
            await CheckAsync(use.Models, name, version, cancellationToken);
        }

        return await PointAsync(
            name,
            (pointer, models) => models.Version(name, version) is null ? throw RepositoryChange.NotFound() : pointer.Promoted(version),
            cancellationToken);
    }

    public Task<ModelSummary> RollbackAsync(string name, CancellationToken cancellationToken) => PointAsync(
        name,
        (pointer, models) => pointer.RolledBack(version => models.Version(name, version) is not null)
            ?? throw new ProblemException(ErrorCodes.InvalidRequest, "No version of this model was live before."),
        cancellationToken);

    public async Task DeleteAsync(string name, string version, CancellationToken cancellationToken)
    {
        await change.RunAsync(
            name,
            async (folder, models) =>
            {
                var target = ModelFolders.Find(repository.Folder, name, version);
                if (target is null || !ModelFolders.IsVersion(target))
                {
                    throw RepositoryChange.NotFound();
                }

                var pointer = await RepositoryChange.PointerAsync(folder, name, models, cancellationToken);
                CheckUnused(name, version, pointer, models);
                if (pointer.Previous.Contains(version, StringComparer.Ordinal))
                {
                    await LivePointerFile.WriteAsync(folder, pointer.Without(version), cancellationToken);
                }

                VersionFolder.Delete(repository.Folder, target);
            },
            cancellationToken);
        LogDeleted(logger, name, version);
    }

    private static void CheckUnused(string name, string version, LivePointer pointer, ModelSet models)
    {
        if (pointer.Version == version || models.LiveVersion(name)?.Reference.Version == version)
        {
            throw new ProblemException(ErrorCodes.VersionLive, "This version is live. Promote another one first.");
        }

        if (models.Models.FirstOrDefault(model => model.Manifest.Backbone is { } backbone
            && backbone.Name == name && backbone.Version == version) is { } head)
        {
            throw new ProblemException(
                ErrorCodes.VersionLive, $"Version {head.Reference.Version} of {head.Reference.Name} stands on this version. Delete it first.");
        }
    }

    private async Task CheckAsync(ModelSet models, string name, string version, CancellationToken cancellationToken)
    {
        var folder = ModelFolders.Find(repository.Folder, name, version);
        if (folder is null || models.Version(name, version) is not { } model)
        {
            throw folder is not null && ModelFolders.IsVersion(folder) ? RepositoryChange.Refused(version) : RepositoryChange.NotFound();
        }

        try
        {
            await Task.Run(() => golden.CheckAsync(folder, model, cancellationToken), cancellationToken);
        }
        catch (ModelLoadException exception)
        {
            LogRefused(logger, exception.Message);
            throw RepositoryChange.Refused(version, exception);
        }
    }

    private async Task<ModelSummary> PointAsync(
        string name, Func<LivePointer, ModelSet, LivePointer> move, CancellationToken cancellationToken)
    {
        await change.RunAsync(
            name,
            async (folder, models) =>
            {
                if (models.PointerOf(name) is null)
                {
                    throw RepositoryChange.NotFound();
                }

                var pointer = move(await RepositoryChange.PointerAsync(folder, name, models, cancellationToken), models);
                await LivePointerFile.WriteAsync(folder, pointer, cancellationToken);
                LogLive(logger, name, pointer.Version);
            },
            cancellationToken);
        using var use = repository.Use();
        return ModelSummaries.Of(use.Models).FirstOrDefault(model => model.Name == name) ?? throw RepositoryChange.NotFound();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Model {Name}@{Version} is live now")]
    private static partial void LogLive(ILogger logger, string name, string? version);

    [LoggerMessage(Level = LogLevel.Information, Message = "Model {Name}@{Version} is deleted")]
    private static partial void LogDeleted(ILogger logger, string name, string version);

    [LoggerMessage(Level = LogLevel.Error, Message = "A version is not made live: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}
