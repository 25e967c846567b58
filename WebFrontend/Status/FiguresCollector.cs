using System.Security.Cryptography;
using System.Text;
using Contracts;
using WebFrontend.Status.Metrics;

namespace WebFrontend.Status;

/// <summary>Takes from all metrics of a service what the pages show. However many series there are, it keeps a few sums.</summary>
internal sealed class FiguresCollector
{
    private const string Api = "/api/";
    private const string Analyze = "/api/analyze";
    private const int MostShadows = 16;
    private const int InstanceCharacters = 12;

    private readonly Tally requests = new("ok", "refused", "failed");
    private readonly Tally cache = new("memory", "redis", "coalesced", "miss");
    private readonly Tally refusals = new("analyze", "read");
    private readonly Tally jobs = new("analysis", "training");
    private readonly Tally waiting = new("engine", "text");
    private readonly Tally capacity = new("engine", "text");
    private readonly Buckets analyses = new();
    private readonly Dictionary<string, Buckets> features = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Model, string Version), ShadowFigures> shadow = [];
    private string? instance;
    private double processorSeconds;
    private double memoryBytes;

    public void Add(Sample sample)
    {
        // Nothing here can be less than nothing; a hostile number must not be taken off another one.
        var value = Math.Max(sample.Value, 0);
        switch (sample.Name)
        {
            case "target_info":
                instance = sample["service_instance_id"];
                break;
            case "dotnet_process_cpu_time_seconds_total":
                processorSeconds += value;
                break;
            case "dotnet_process_memory_working_set_bytes":
                memoryBytes = value;
                break;
            case "http_server_request_duration_seconds_count" when IsApi(sample):
                requests.Add(OutcomeOf(sample), value);
                break;
            case "http_server_request_duration_seconds_bucket" when sample["http_route"] == Analyze && OutcomeOf(sample) == "ok":
                analyses.Add(sample["le"], value);
                break;
            case "vision_cache_requests_total":
                cache.Add(sample["result"], value);
                break;
            case "vision_quota_refusals_total":
                refusals.Add(sample["policy"], value);
                break;
            case "vision_job_active":
                jobs.Add(sample["kind"], value);
                break;
            case "vision_queue_usage":
                waiting.Add(sample["queue"], value);
                break;
            case "vision_queue_limit":
                capacity.Add(sample["queue"], value);
                break;
            case "vision_feature_duration_seconds_bucket":
                AddFeature(sample, value);
                break;
            case "vision_shadow_comparisons_total":
                AddShadow(sample, value);
                break;
        }
    }

    public ServiceFigures ToFigures() => new()
    {
        Instance = instance is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(instance)))[..InstanceCharacters],
        ProcessorSeconds = processorSeconds,
        MemoryBytes = memoryBytes,
        Requests = requests.Sums,
        Analyses = analyses.ToHistogram(),
        Cache = cache.Sums,
        Refusals = refusals.Sums,
        Jobs = jobs.Sums,
        Waiting = waiting.Sums,
        Capacity = capacity.Sums,
        Features = features.Where(static feature => feature.Value.ToHistogram() is not null)
            .ToDictionary(static feature => feature.Key, static feature => feature.Value.ToHistogram()!, StringComparer.Ordinal),
        Shadow = [.. shadow.Values],
    };

    private static bool IsApi(Sample sample) => sample["http_route"]?.StartsWith(Api, StringComparison.Ordinal) == true;

    private static string OutcomeOf(Sample sample) => sample["http_response_status_code"] is [var kind, ..]
        ? kind switch { '5' => "failed", '4' => "refused", _ => "ok" }
        : string.Empty;

    private void AddFeature(Sample sample, double value)
    {
        if (sample["feature"] is not { } name || FeatureNames.Parse(name) == Features.None)
        {
            return;
        }

        if (!features.TryGetValue(name, out var buckets))
        {
            features[name] = buckets = new Buckets();
        }

        buckets.Add(sample["le"], value);
    }

    private void AddShadow(Sample sample, double value)
    {
        if (sample["model"] is not { } model || sample["version"] is not { } version
            || (!shadow.ContainsKey((model, version)) && shadow.Count >= MostShadows))
        {
            return;
        }

        var known = shadow.GetValueOrDefault((model, version)) ?? new ShadowFigures(model, version, Agreed: 0, Disagreed: 0);
        shadow[(model, version)] = string.Equals(sample["agrees"], "true", StringComparison.OrdinalIgnoreCase)
            ? known with { Agreed = known.Agreed + value }
            : known with { Disagreed = known.Disagreed + value };
    }
}
