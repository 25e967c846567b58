using WebFrontend.Status;
using WebFrontend.Status.Metrics;
using Xunit;

namespace Tests.Unit.Status;

/// <summary>What is taken from all metrics of a service, and what a service cannot make the page keep.</summary>
public sealed class FiguresCollectorTests
{
    [Fact]
    public void ToFigures_counts_requests_to_the_api_by_outcome_and_no_probes()
    {
        var figures = Collect(
            Count("/api/analyze", "200", 5), Count("/api/jobs/{id}", "202", 1), Count("/api/models/", "304", 1),
            Count("/api/analyze", "429", 2), Count("/api/jobs/{id}", "404", 1), Count("/api/analyze", "503", 4),
            Count("/health/ready", "200", 100), Count("/metrics", "200", 100),
            "http_server_request_duration_seconds_count{http_response_status_code=\"404\"} 100");
        Assert.Equal([("failed", 4d), ("ok", 7d), ("refused", 3d)], Sorted(figures.Requests));
    }

    [Fact]
    public void ToFigures_puts_the_durations_of_analyses_that_succeeded_together()
    {
        var figures = Collect(
            Bucket("/api/analyze", "200", "0.5", 1), Bucket("/api/analyze", "200", "0.1", 1), Bucket("/api/analyze", "200", "+Inf", 3),
            Bucket("/api/analyze", "206", "0.1", 0), Bucket("/api/analyze", "206", "0.5", 2), Bucket("/api/analyze", "206", "+Inf", 2),
            Bucket("/api/analyze", "429", "0.1", 9), Bucket("/api/models/", "200", "0.1", 9), Bucket("/api/analyze", "200", "much", 9));
        Assert.Equal([0.1, 0.5], figures.Analyses!.Bounds);
        Assert.Equal([1, 3, 5], figures.Analyses.Counts);
    }

    [Fact]
    public void ToFigures_keeps_names_that_are_known_and_no_others()
    {
        var figures = Collect([.. Enumerable.Range(0, 1000).SelectMany(static number => new[]
        {
            $"vision_cache_requests_total{{result=\"{number}\"}} 1",
            $"vision_quota_refusals_total{{policy=\"{number}\"}} 1",
            $"vision_job_active{{kind=\"{number}\"}} 1",
            $"vision_queue_usage{{queue=\"{number}\"}} 1",
            $"vision_queue_limit{{queue=\"{number}\"}} 1",
            $"vision_feature_duration_seconds_bucket{{feature=\"{number}\",le=\"+Inf\"}} 1",
            $"vision_feature_duration_seconds_bucket{{feature=\"labels\",le=\"{number}\"}} 1",
            $"vision_shadow_comparisons_total{{model=\"{number}\",version=\"1\",agrees=\"true\"}} 1",
            $"unknown_{number} 1",
        })]);
        Assert.Empty(figures.Cache);
        Assert.Empty(figures.Refusals);
        Assert.Empty(figures.Jobs);
        Assert.Empty(figures.Waiting);
        Assert.Empty(figures.Capacity);
        Assert.Empty(figures.Features);
        Assert.Equal(16, figures.Shadow.Count);
    }

    [Fact]
    public void ToFigures_tells_what_waits_what_was_kept_and_what_runs()
    {
        var figures = Collect(
            "vision_cache_requests_total{result=\"memory\"} 3", "vision_cache_requests_total{result=\"miss\"} 1",
            "vision_quota_refusals_total{policy=\"analyze\"} 2", "vision_job_active{kind=\"training\"} 1",
            "vision_queue_usage{queue=\"engine\"} 7", "vision_queue_limit{queue=\"engine\"} 64",
            "dotnet_process_cpu_time_seconds_total{cpu_mode=\"user\"} 1.5", "dotnet_process_cpu_time_seconds_total{cpu_mode=\"system\"} 0.5",
            "dotnet_process_memory_working_set_bytes 1024");
        Assert.Equal([("memory", 3d), ("miss", 1d)], Sorted(figures.Cache));
        Assert.Equal([("analyze", 2d)], Sorted(figures.Refusals));
        Assert.Equal([("training", 1d)], Sorted(figures.Jobs));
        Assert.Equal([("engine", 7d)], Sorted(figures.Waiting));
        Assert.Equal([("engine", 64d)], Sorted(figures.Capacity));
        Assert.Equal((2, 1024), (figures.ProcessorSeconds, figures.MemoryBytes));
    }

    [Fact]
    public void ToFigures_counts_how_often_a_shadow_agreed()
    {
        var figures = Collect(
            "vision_shadow_comparisons_total{model=\"pets\",version=\"2\",agrees=\"True\"} 8",
            "vision_shadow_comparisons_total{model=\"pets\",version=\"2\",agrees=\"False\"} 2",
            "vision_shadow_comparisons_total{model=\"pets\"} 5");
        Assert.Equal(new ShadowFigures("pets", "2", Agreed: 8, Disagreed: 2), Assert.Single(figures.Shadow));
    }

    [Fact]
    public void ToFigures_of_numbers_below_nothing_takes_nothing_off()
    {
        var figures = Collect("vision_cache_requests_total{result=\"miss\"} 3", "vision_cache_requests_total{result=\"miss\"} -9");
        Assert.Equal(3, figures.Cache["miss"]);
    }

    [Fact]
    public void ToFigures_tells_replicas_apart_and_not_what_they_are_called()
    {
        var one = Collect("target_info{service_instance_id=\"api-7d9f-secret\"} 1").Instance;
        Assert.NotEqual(one, Collect("target_info{service_instance_id=\"api-8c11-secret\"} 1").Instance);
        Assert.Equal(one, Collect("target_info{service_instance_id=\"api-7d9f-secret\"} 1").Instance);
        Assert.DoesNotContain("secret", one, StringComparison.Ordinal);
        Assert.Null(Collect("target_info{service_name=\"api\"} 1").Instance);
    }

    private static ServiceFigures Collect(params string[] lines)
    {
        var collector = new FiguresCollector();
        foreach (var line in lines)
        {
            collector.Add(SampleLine.Parse(line)!);
        }

        return collector.ToFigures();
    }

    private static string Count(string route, string status, int count) =>
        $"http_server_request_duration_seconds_count{{http_route=\"{route}\",http_response_status_code=\"{status}\"}} {count}";

    private static string Bucket(string route, string status, string bound, int count) =>
        $"http_server_request_duration_seconds_bucket{{http_route=\"{route}\",http_response_status_code=\"{status}\",le=\"{bound}\"}} {count}";

    private static IEnumerable<(string, double)> Sorted(IReadOnlyDictionary<string, double> sums) =>
        sums.Select(static sum => (sum.Key, sum.Value)).OrderBy(static sum => sum.Key, StringComparer.Ordinal);
}
