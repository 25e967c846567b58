namespace Vision.Models.Versions;

/// <summary>
/// <c>live.json</c> beside the versions of a model: which of them answers. What has a default has a setter, because the JSON
/// generator would put null in the place of the default of an <c>init</c> member.
/// </summary>
internal sealed record LivePointer
{
    private const int Remembered = 10;

    /// <summary>The live version; null where none has been promoted yet.</summary>
    public required string? Version { get; init; }

    /// <summary>The versions that were live before, latest first.</summary>
    public IReadOnlyList<string> Previous { get; set; } = [];

    /// <summary>The live version, then what takes its place where it cannot be loaded.</summary>
    public IEnumerable<string> Candidates => Version is null ? [] : Previous.Prepend(Version);

    /// <summary>What a model without the file has: its highest version is live.</summary>
    /// <param name="versions">All versions that are loaded, in ascending order.</param>
    public static LivePointer Highest(IEnumerable<string> versions)
    {
        var descending = versions.Reverse().ToList();
        return new LivePointer { Version = descending.FirstOrDefault(), Previous = [.. descending.Skip(1)] };
    }

    public LivePointer Promoted(string version) => new()
    {
        Version = version,
        Previous = [.. Candidates.Where(one => one != version).Take(Remembered)],
    };

    /// <summary>The one before; null if there is none that may answer.</summary>
    public LivePointer? RolledBack(Predicate<string> mayAnswer)
    {
        var rest = Previous.SkipWhile(version => !mayAnswer(version)).ToList();
        return rest.Count == 0 ? null : new LivePointer { Version = rest[0], Previous = rest[1..] };
    }

    public LivePointer Without(string version) => this with { Previous = [.. Previous.Where(one => one != version)] };
}
