using Contracts;
using Vision.Models.Versions;

namespace Vision.Models;

/// <summary>Brings new versions into the repository.</summary>
internal sealed class ModelInstaller(ModelRepository repository, RepositoryChange change)
{
    /// <summary>A path for a folder to be installed, on the disk of the repository; whoever asks makes it.</summary>
    public string Stage() => ModelFolders.Staging(repository.Folder);

    /// <summary>
    /// Makes a folder a new version of a model, which is not live before it is promoted. Another version of the model stays live,
    /// if one is.
    /// </summary>
    /// <param name="name">The model's name; it need not exist yet.</param>
    /// <param name="staged">
    /// A folder at a path from <see cref="Stage"/>. The name and version in its manifest are put there. It is gone afterwards, also
    /// if it could not be installed.
    /// </param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The version, which is loaded.</returns>
    /// <exception cref="ProblemException"><c>invalid_request</c>: the version cannot be loaded; it is not kept.</exception>
    public async Task<ModelReference> InstallAsync(string name, string staged, CancellationToken cancellationToken)
    {
        var version = string.Empty;
        try
        {
            var model = ModelFolders.Find(repository.Folder, name) ?? throw RepositoryChange.NotFound();
            Directory.CreateDirectory(model);
            await change.RunAsync(
                name,
                async (folder, models) =>
                {
                    var pointer = await RepositoryChange.PointerAsync(folder, name, models, cancellationToken);
                    await LivePointerFile.WriteAsync(folder, pointer, cancellationToken);
                    version = await VersionFolder.InstallAsync(folder, name, staged, cancellationToken);
                },
                cancellationToken);
        }
        finally
        {
            VersionFolder.Discard(staged);
        }

        using var use = repository.Use();
        if (use.Models.Version(name, version) is null)
        {
            VersionFolder.Delete(repository.Folder, ModelFolders.Find(repository.Folder, name, version)!);
            throw RepositoryChange.Refused(version);
        }

        return new ModelReference(name, version);
    }
}
