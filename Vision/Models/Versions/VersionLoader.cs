using Microsoft.Extensions.Logging;
using Vision.Models.Golden;
using Vision.Models.Manifests;

namespace Vision.Models.Versions;

/// <summary>Loads versions that somebody needs, and has them prove themselves.</summary>
internal sealed partial class VersionLoader(IEnumerable<RequiredModel> required, GoldenImages golden, ILogger<VersionLoader> logger)
{
    /// <summary>Loads what is new: first the networks, then the heads that stand on them.</summary>
    /// <param name="folders">The versions' folders.</param>
    /// <param name="backbones">Finds a network that is loaded already; null if it is not.</param>
    /// <param name="cancellationToken">Ends the loading.</param>
    public async Task<Dictionary<string, KnownVersion>> LoadAsync(
        IReadOnlyList<string> folders, Func<ModelBackbone, LoadedModel?> backbones, CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(folders.Select(folder => ReadAsync(folder, cancellationToken)));
        var found = folders.Zip(read).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        await LoadAsync(heads: false, _ => null);
        await LoadAsync(heads: true, wanted => backbones(wanted) ?? found.Values.FirstOrDefault(one => Is(wanted, one))?.Model);
        return found;

        async Task LoadAsync(bool heads, Func<ModelBackbone, LoadedModel?> find)
        {
            var turn = found.Where(one => one.Value.IsHead == heads && IsWanted(one.Value)).ToList();
            var loaded = await Task.WhenAll(turn.Select(one => Task.Run(
                () => TryLoadAsync(one.Key, one.Value, heads ? find(one.Value.Manifest!.Backbone!) : null, cancellationToken), cancellationToken)));
            for (var i = 0; i < turn.Count; i++)
            {
                found[turn[i].Key] = loaded[i];
            }
        }
    }

    private static bool Is(ModelBackbone wanted, KnownVersion one) =>
        one.Model?.Reference is { } reference && reference.Name == wanted.Name && reference.Version == wanted.Version;

    private bool IsWanted(KnownVersion version) => version.Manifest is { } manifest
        && (manifest.Task == ModelTask.Classification || required.Any(wanted => wanted.Name == manifest.Name && wanted.Task == manifest.Task));

    private async Task<KnownVersion> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var stamp = ModelFolders.StampOf(folder);
        try
        {
            return new KnownVersion(stamp, await ManifestReader.ReadAsync(folder, cancellationToken));
        }
        catch (ModelLoadException exception)
        {
            return Failed(new KnownVersion(stamp, Manifest: null), exception);
        }
    }

    private async Task<KnownVersion> TryLoadAsync(
        string folder, KnownVersion version, LoadedModel? backbone, CancellationToken cancellationToken)
    {
        LoadedModel? model = null;
        try
        {
            model = await ModelLoader.LoadAsync(folder, version.Manifest!, backbone, cancellationToken);
            await golden.CheckAsync(folder, model, cancellationToken);
            LogLoaded(logger, model.Manifest.Name, model.Manifest.Version, model.Labels.Count);
            return version with { Model = model };
        }
        catch (ModelLoadException exception)
        {
            model?.Dispose();
            return Failed(version, exception);
        }
        catch
        {
            model?.Dispose();
            throw;
        }
    }

    private KnownVersion Failed(KnownVersion version, ModelLoadException exception)
    {
        LogFailed(logger, exception.Message);
        return version with { Failure = exception.Message };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Model {Name}@{Version} is ready, {Classes} classes")]
    private static partial void LogLoaded(ILogger logger, string name, string version, int classes);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
