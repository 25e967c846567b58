using System.Diagnostics;
using System.Diagnostics.Metrics;
using ApiService.Jobs;
using ApiService.RateLimiting;
using Contracts;

namespace ApiService.Telemetry;

/// <summary>What this service tells of itself, beside what ASP.NET does.</summary>
internal sealed class ApiTelemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public static readonly string Name = typeof(ApiTelemetry).Assembly.GetName().Name!;

    public static readonly ActivitySource Source = new(Name);

    /// <summary>Bounds in seconds, from an image that waits for nobody to a training.</summary>
    private static readonly InstrumentAdvice<double> JobBuckets = new()
    {
        HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1200],
    };

    private readonly Meter meter;
    private readonly Counter<long> answers;
    private readonly Counter<long> quotaRefusals;
    private readonly Counter<long> ingestRefusals;
    private readonly UpDownCounter<long> jobs;
    private readonly Counter<long> finished;
    private readonly Histogram<double> jobTime;

    public ApiTelemetry(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        answers = meter.CreateCounter<long>("vision.cache.requests", "{request}", "Analyses that were given, by where they came from.");
        quotaRefusals = meter.CreateCounter<long>("vision.quota.refusals", "{request}", "Requests that were refused for the quota of their caller.");
        ingestRefusals = meter.CreateCounter<long>("vision.ingest.refusals", "{request}", "Requests that were turned away because the service had enough to do.");
        jobs = meter.CreateUpDownCounter<long>("vision.job.active", "{job}", "Jobs that this process works on.");
        finished = meter.CreateCounter<long>("vision.job.finished", "{job}", "Jobs that this process has left, by what became of them.");
        jobTime = meter.CreateHistogram("vision.job.duration", "s", "Time of one attempt at a job.", advice: JobBuckets);

        // An alert sees a counter grow that was there before, and not one that appears.
        quotaRefusals.Add(0, Tag("policy", RateLimit.Analyze));
        quotaRefusals.Add(0, Tag("policy", RateLimit.Read));
        Array.ForEach(["crowded", "engine", "memory"], reason => ingestRefusals.Add(0, Tag("reason", reason)));
    }

    /// <param name="result"><c>memory</c>, <c>redis</c>, <c>coalesced</c> or <c>miss</c>.</param>
    public void Answered(string result) => answers.Add(1, Tag("result", result));

    /// <param name="policy">The policy whose quota is used up.</param>
    public void Refused(string policy) => quotaRefusals.Add(1, Tag("policy", policy));

    /// <param name="reason">
    /// <c>crowded</c>: more requests are inside than the engine takes; <c>engine</c>: it takes no more work; <c>memory</c>: the
    /// bytes of all images together.
    /// </param>
    public void TurnedAway(string reason) => ingestRefusals.Add(1, Tag("reason", reason));

    /// <param name="usage">Bytes of images that are on their way through this process.</param>
    /// <param name="limit">The most that may be.</param>
    public void ObserveIngest(Func<long> usage, long limit)
    {
        meter.CreateObservableUpDownCounter("vision.ingest.usage", usage, "By", "Bytes of images on their way through this process.");
        meter.CreateObservableUpDownCounter("vision.ingest.limit", () => limit, "By", "Bytes of images that may be on their way at once.");
    }

    public void Began(JobKind kind) => jobs.Add(1, KindOf(kind));

    public void Ended(JobKind kind, TimeSpan time)
    {
        jobs.Add(-1, KindOf(kind));
        jobTime.Record(time.TotalSeconds, KindOf(kind));
    }

    /// <summary>A worker has left a job; one that it puts back is not finished.</summary>
    public void Left(JobKind kind, JobOutcome outcome)
    {
        if (outcome.Status != JobStatus.Queued)
        {
            finished.Add(1, KindOf(kind), Tag("outcome", OutcomeOf(outcome)));
        }
    }

    /// <summary>What metrics and spans call a kind of jobs.</summary>
    public static string NameOf(JobKind kind) => kind == JobKind.Training ? "training" : "analysis";

    public static KeyValuePair<string, object?> KindOf(JobKind kind) => Tag("kind", NameOf(kind));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private static string OutcomeOf(JobOutcome outcome) => outcome switch
    {
        { IsGivenUp: true } => "dead",
        { Status: JobStatus.Succeeded } => "succeeded",
        { Status: JobStatus.Canceled } => "canceled",
        _ => "failed",
    };
}
