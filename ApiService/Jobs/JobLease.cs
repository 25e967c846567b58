using ApiService.Caching;
using Contracts;

namespace ApiService.Jobs;

/// <summary>A job in the hands of a worker, who owns the memory of the image until it disposes of this.</summary>
internal sealed class JobLease(IJobStore store, string id, int attempt, ReadOnlyMemory<byte> image, IDisposable? owner) : IDisposable
{
    public IJobStore Store => store;

    public string Id => id;

    /// <summary>The number of this attempt, from 1. It tells an old lease of the same job from the one that holds.</summary>
    public int Attempt => attempt;

    public ReadOnlyMemory<byte> Image => image;

    public required AnalysisOptions Options { get; init; }

    public required CacheUse Use { get; init; }

    /// <summary>The activity that the job belongs to, as W3C trace context.</summary>
    public string? Trace { get; init; }

    /// <summary>Where the store keeps the job's place in its queue, if it needs to know.</summary>
    public string Entry { get; init; } = string.Empty;

    public void Dispose() => owner?.Dispose();
}
