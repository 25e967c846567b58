using ApiService.Caching;
using Contracts;
using Vision.Buffers;

namespace ApiService.Jobs.InMemory;

/// <summary>A job and its image in the memory of this process. Its store guards it.</summary>
internal sealed class MemoryJob(JobRequest request)
{
    private readonly List<JobTransition> history = [];
    private ImageBuffer? image = Copy(request.Image.Image.Bytes);

    public string Id { get; } = JobId.Create();

    public string? IdempotencyKey { get; } = request.IdempotencyKey;

    public string Fingerprint { get; } = request.Fingerprint;

    public AnalysisOptions Options { get; } = request.Options;

    public CacheUse Use { get; } = request.Use;

    public string? Trace { get; } = request.Trace;

    public int Attempts { get; set; }

    /// <summary>How many of its changes the other replicas know.</summary>
    public int SharedChanges { get; set; }

    public bool IsCancelAsked { get; set; }

    /// <summary>The image; none once the job is finished.</summary>
    public ReadOnlyMemory<byte> Image => image?.Memory ?? default;

    public JobState State { get; private set; } = null!;

    public void Become(JobStatus status, DateTimeOffset at, JobOutcome? outcome = null)
    {
        history.Add(new JobTransition(status, at, Attempts));
        State = new JobState(Id, [.. history], outcome?.Result ?? default, outcome?.Problem);
        if (State.IsFinished)
        {
            image?.Dispose();
            image = null;
        }
    }

    private static ImageBuffer Copy(ReadOnlyMemory<byte> bytes)
    {
        var copy = new ImageBuffer(bytes.Length);
        copy.Append(bytes.Span);
        return copy;
    }
}
