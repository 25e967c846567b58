using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Vision.Admission;
using Xunit;

namespace Tests.Api.Telemetry;

/// <summary>What the probes say, and when.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task Ready_says_no_while_the_queue_is_full_and_live_says_yes()
    {
        await using var api = await ApiProcess.StartAsync(("Admission:Capacity", "1"), ("Admission:Workers", "1"));
        var queue = api.Services.GetRequiredService<AdmissionQueue>();
        using var release = new ManualResetEventSlim();
        using var started = new ManualResetEventSlim();
        var running = queue.RunAsync(
            _ =>
            {
                started.Set();
                return release.Wait(TimeSpan.FromMinutes(1));
            },
            CancellationToken.None);
        Assert.True(started.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(api.Client, "ready", "queue"));

        var waiting = queue.RunAsync(static _ => true, CancellationToken.None);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync(api.Client, "ready", "queue"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(api.Client, "live", "self"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(api.Client, "startup", "models"));
        release.Set();
        Assert.True(await running && await waiting);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(api.Client, "ready", "queue"));
    }

    [Fact]
    public async Task Ready_names_a_redis_that_is_paused_and_stays_in_rotation()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await ApiProcess.StartAsync(("ConnectionStrings:cache", redis.ConnectionString));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(api.Client, "ready", "redis"));
        redis.Pause();
        await Eventually.IsTrueAsync(async () => await AskAsync(api.Client, "ready", "redis") == (HttpStatusCode.OK, "Degraded"));
        await Eventually.IsTrueAsync(() => api.Services.Observe<double>("ServiceDefaults", "vision.health.status").GetValueOrDefault("redis") == 0.5);
        redis.Resume();
        await Eventually.IsTrueAsync(async () => await AskAsync(api.Client, "ready", "redis") == (HttpStatusCode.OK, "Healthy"));
    }

    [Fact]
    public async Task Stop_takes_readiness_off_first_and_finishes_what_is_under_way()
    {
        await using var service = await ServiceProcess.StartAsync(
            "ApiService", ("Inference:Mode", "InProcess"), ("Drain:Delay", "00:00:02"), ("Models:Path", Path.Combine(Repository.Root, "models")));
        var stopping = service.StopAsync();
        await Eventually.IsTrueAsync(async () =>
            await AskAsync(service.Client, "ready", "draining") == (HttpStatusCode.ServiceUnavailable, "Unhealthy"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(service.Client, "live", "self"));
        var analysis = await service.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")));
        Assert.NotEmpty(analysis.Labels!);
        await stopping;
        Assert.Equal(0, service.ExitCode);
    }

    private static async Task<(HttpStatusCode Status, string? Check)> AskAsync(HttpClient client, string probe, string check)
    {
        using var response = await client.GetAsync($"/health/{probe}", TestContext.Current.CancellationToken);
        using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (response.StatusCode, report.RootElement.GetProperty("checks").GetProperty(check).GetProperty("status").GetString());
    }
}
