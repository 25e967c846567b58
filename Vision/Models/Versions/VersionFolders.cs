namespace Vision.Models.Versions;

/// <summary>Keeps what is loaded in step with the folders of the repository. One caller uses it at a time.</summary>
internal sealed class VersionFolders(VersionLoader loader)
{
    private readonly Dictionary<string, KnownVersion> known = new(StringComparer.Ordinal);

    /// <summary>Everything that is loaded, in the order of names and versions.</summary>
    public IReadOnlyList<LoadedModel> Models => [.. known.Values.Select(version => version.Model).OfType<LoadedModel>()
        .OrderBy(model => model.Reference.Name, StringComparer.Ordinal).ThenBy(model => model.Reference.Version, VersionOrder.Instance)];

    /// <summary>Why versions are missing, one sentence each.</summary>
    public IReadOnlyCollection<string> Failures => [.. known.Values.Select(version => version.Failure).OfType<string>()];

    /// <summary>The names of models of which versions are missing.</summary>
    public IReadOnlyCollection<string> FailedNames => [.. known.Where(version => version.Value.Failure is not null)
        .Select(version => ModelFolders.NameOf(version.Key)).Distinct(StringComparer.Ordinal)];

    /// <summary>Loads what is new in the repository, and tries again what was broken and has changed.</summary>
    /// <returns>Whether anything is there or gone, and the models of folders that are gone.</returns>
    public async Task<(bool HasChanged, IReadOnlyList<LoadedModel> Gone)> UpdateAsync(string repository, CancellationToken cancellationToken)
    {
        var folders = ModelFolders.Versions(repository).ToHashSet(StringComparer.Ordinal);
        if (folders.Count == 0)
        {
            // A volume that is away for a moment takes no model with it.
            return (false, []);
        }

        var gone = known.Keys.Where(folder => !folders.Contains(folder)).ToList();
        var fresh = folders.Where(IsFresh).ToList();
        if (fresh.Count > 0)
        {
            // What a head stands on may be among them.
            fresh = [.. fresh.Union(folders.Where(IsHeadThatFailed), StringComparer.Ordinal)];
        }

        var loaded = await loader.LoadAsync(fresh, wanted => Find(wanted.Name, wanted.Version), cancellationToken);
        foreach (var (folder, version) in loaded)
        {
            known[folder] = version;
        }

        List<LoadedModel> models = [];
        foreach (var folder in gone)
        {
            known.Remove(folder, out var version);
            models.AddRange(new[] { version!.Model }.OfType<LoadedModel>());
        }

        return (gone.Count > 0 || fresh.Count > 0, models);
    }

    private LoadedModel? Find(string name, string version) => known.Values.Select(one => one.Model)
        .FirstOrDefault(model => model?.Reference.Name == name && model.Reference.Version == version);

    private bool IsHeadThatFailed(string folder) => known.TryGetValue(folder, out var version) && version is { IsHead: true, Model: null };

    private bool IsFresh(string folder) =>
        !known.TryGetValue(folder, out var version) || (version.Model is null && version.Stamp != ModelFolders.StampOf(folder));
}
