using Contracts;
using Vision.Buffers;
using Vision.Classifiers;

namespace ApiService.Jobs.InMemory;

/// <summary>A job and its bytes, in the memory of this process or in a temporary file of it. Its store guards it.</summary>
internal sealed class MemoryJob(JobRequest request)
{
    private readonly List<JobTransition> history = [];
    private ImageBuffer? image = Copy(request);
    private TrainingSet? examples = request.Examples?.Take();

    public JobKind Kind { get; } = request.Kind;

    public string Id { get; } = JobId.Create();

    public string? IdempotencyKey { get; } = request.IdempotencyKey;

    public string Fingerprint { get; } = request.Fingerprint;

    public JobSettings Settings { get; } = request.Settings;

    public string? Trace { get; } = request.Trace;

    public int Attempts { get; set; }

    /// <summary>How many of its changes the other replicas know.</summary>
    public int SharedChanges { get; set; }

    public bool IsCancelAsked { get; set; }

    /// <summary>Number of bytes that are kept; none once the job is finished.</summary>
    public long Bytes => image?.Length ?? examples?.Length ?? 0;

    public JobState State { get; private set; } = null!;

    /// <summary>Gives the job into the hands of a worker.</summary>
    public JobLease Begin(IJobStore store, DateTimeOffset at)
    {
        Attempts++;
        Become(JobStatus.Running, at);
        return new JobLease(store, Kind, Id, Attempts)
        {
            Image = image?.Memory ?? default,
            OpenExamples = examples is null ? null : examples.OpenRead,
            Settings = Settings,
            Trace = Trace,
        };
    }

    public void Become(JobStatus status, DateTimeOffset at, JobOutcome? outcome = null, double progress = 0)
    {
        var done = status switch
        {
            JobStatus.Succeeded => 1,
            JobStatus.Failed or JobStatus.Canceled => history[^1].Progress,
            _ => progress,
        };
        history.Add(new JobTransition(status, at, Attempts, done));
        State = new JobState(Id, [.. history], outcome?.Result ?? default, outcome?.Problem);
        if (State.IsFinished)
        {
            image?.Dispose();
            examples?.Dispose();
            (image, examples) = (null, null);
        }
    }

    private static ImageBuffer? Copy(JobRequest request)
    {
        if (request.Image is null)
        {
            return null;
        }

        var bytes = request.Image.Image.Bytes;
        var copy = new ImageBuffer(bytes.Length);
        copy.Append(bytes.Span);
        return copy;
    }
}
