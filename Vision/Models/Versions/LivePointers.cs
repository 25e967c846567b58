namespace Vision.Models.Versions;

/// <summary>What the files of all models say of which version is live.</summary>
internal static class LivePointers
{
    /// <summary>Reads them. One that cannot be read changes nothing, or leaves a model that was not known without a live version.</summary>
    /// <returns>What they say by the model's name, and why some could not be read.</returns>
    public static async Task<(IReadOnlyDictionary<string, LivePointer> Pointers, IReadOnlyList<string> Failures)> ReadAsync(
        string repository, IReadOnlyList<LoadedModel> models, ModelSet before, CancellationToken cancellationToken)
    {
        Dictionary<string, LivePointer> pointers = new(StringComparer.Ordinal);
        List<string> failures = [];
        foreach (var name in models.Select(model => model.Reference.Name).Distinct(StringComparer.Ordinal))
        {
            try
            {
                if (await LivePointerFile.ReadAsync(Path.Combine(repository, name), cancellationToken) is { } pointer)
                {
                    pointers[name] = pointer;
                }
            }
            catch (ModelLoadException exception)
            {
                failures.Add(exception.Message);
                pointers[name] = before.PointerOf(name) ?? new LivePointer { Version = null };
            }
        }

        return (pointers, failures);
    }

    public static bool AreEqual(IReadOnlyDictionary<string, LivePointer> one, IReadOnlyDictionary<string, LivePointer> other) =>
        one.Count == other.Count && one.All(pointer => other.TryGetValue(pointer.Key, out var same)
            && pointer.Value.Version == same.Version && pointer.Value.Previous.SequenceEqual(same.Previous, StringComparer.Ordinal));
}
