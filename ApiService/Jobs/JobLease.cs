namespace ApiService.Jobs;

/// <summary>A job in the hands of a worker, who owns the memory of the image, and the stream of examples, until it disposes of this.</summary>
internal sealed class JobLease(IJobStore store, JobKind kind, string id, int attempt) : IDisposable
{
    public IJobStore Store => store;

    public string Id => id;

    /// <summary>The number of this attempt, from 1. It tells an old lease of the same job from the one that holds.</summary>
    public int Attempt => attempt;

    public JobKind Kind => kind;

    /// <summary>For an analysis: the image.</summary>
    public ReadOnlyMemory<byte> Image { get; init; }

    /// <summary>Owns the memory of <see cref="Image"/>, if it is the lease's own.</summary>
    public IDisposable? ImageOwner { get; init; }

    /// <summary>For a training: reads the examples from their beginning, as often as it is asked.</summary>
    public Func<Stream>? OpenExamples { get; init; }

    public required JobSettings Settings { get; init; }

    /// <summary>The activity that the job belongs to, as W3C trace context.</summary>
    public string? Trace { get; init; }

    /// <summary>Where the store keeps the job's place in its queue, if it needs to know.</summary>
    public string Entry { get; init; } = string.Empty;

    public void Dispose() => ImageOwner?.Dispose();
}
