using Contracts;
using Microsoft.Extensions.Logging;

namespace Vision.Models.Versions;

/// <summary>One change of one model in the repository, which other processes share.</summary>
internal sealed partial class RepositoryChange(ModelRepository repository, ModelChanges changes, ILogger<RepositoryChange> logger)
{
    public static ProblemException NotFound() => new(ErrorCodes.ModelNotFound, "No model has this name and version.");

    public static ProblemException Refused(string version, Exception? cause = null) => new(
        ErrorCodes.InvalidRequest,
        $"Version {version} cannot be loaded, or does not give the answers of its golden images; the log says why. Nothing has changed.",
        cause);

    /// <summary>Which version of a model is live, by its file or without one.</summary>
    /// <exception cref="ModelLoadException">The file cannot be read.</exception>
    public static async Task<LivePointer> PointerAsync(string folder, string name, ModelSet models, CancellationToken cancellationToken) =>
        await LivePointerFile.ReadAsync(folder, cancellationToken) ?? models.PointerOf(name) ?? new LivePointer { Version = null };

    /// <summary>Changes a model's folder while no other process does, tells everybody, and takes the change over here.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="change">Is given the folder, and the models as they are.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ProblemException"><c>model_not_found</c>: there is no such folder; or the folder cannot be changed.</exception>
    public async Task RunAsync(string name, Func<string, ModelSet, Task> change, CancellationToken cancellationToken)
    {
        if (ModelFolders.Find(repository.Folder, name) is not { } folder || !Directory.Exists(folder))
        {
            throw NotFound();
        }

        try
        {
            using var held = await ModelLock.TakeAsync(folder, cancellationToken);
            await repository.RefreshAsync(cancellationToken);
            using var use = repository.Use();
            await change(folder, use.Models);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ModelLoadException)
        {
            LogFailed(logger, exception);
            throw new ProblemException(ErrorCodes.InternalError, "The model repository cannot be changed; the log says why.", exception);
        }

        changes.Tell();
        await repository.RefreshAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The model repository cannot be changed")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
