using System.Diagnostics.Metrics;
using ApiService.Jobs;

namespace ApiService.Telemetry;

/// <summary>What this service tells of itself, beside what ASP.NET does.</summary>
internal sealed class ApiTelemetry
{
    /// <summary>Name of the meter.</summary>
    public static readonly string Name = typeof(ApiTelemetry).Assembly.GetName().Name!;

    private readonly Counter<long> answers;
    private readonly Counter<long> refusals;
    private readonly UpDownCounter<long> jobs;

    public ApiTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        answers = meter.CreateCounter<long>("vision.cache.requests", "{request}", "Analyses that were given, by where they came from.");
        refusals = meter.CreateCounter<long>("vision.quota.refusals", "{request}", "Requests that were refused for the quota of their caller.");
        jobs = meter.CreateUpDownCounter<long>("vision.job.active", "{job}", "Jobs that this process works on.");
    }

    /// <param name="result"><c>memory</c>, <c>redis</c>, <c>coalesced</c> or <c>miss</c>.</param>
    public void Answered(string result) => answers.Add(1, new KeyValuePair<string, object?>("result", result));

    /// <param name="policy">The policy whose quota is used up.</param>
    public void Refused(string policy) => refusals.Add(1, new KeyValuePair<string, object?>("policy", policy));

    public void Began(JobKind kind) => jobs.Add(1, KindOf(kind));

    public void Ended(JobKind kind) => jobs.Add(-1, KindOf(kind));

    private static KeyValuePair<string, object?> KindOf(JobKind kind) => new("kind", kind == JobKind.Training ? "training" : "analysis");
}
