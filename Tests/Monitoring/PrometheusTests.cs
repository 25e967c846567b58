using System.Net.Http.Headers;
using Contracts;
using Tests.Api;
using Tests.Api.Classifiers;
using Tests.Api.Jobs;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Monitoring;

/// <summary>A real Prometheus beside the whole system.</summary>
[Collection<EquippedSystem>]
public sealed class PrometheusTests(EquippedAppHost system) : IAsyncLifetime
{
    private static readonly string[] Services = ["api", "inference", "web"];

    private readonly HttpClient client = new();
    private PrometheusServer prometheus = null!;

    public async ValueTask InitializeAsync()
    {
        client.BaseAddress = system.AddressOf("web");
        client.DefaultRequestHeaders.Add(RequestHeaders.ApiKey, StartedAppHost.AdminKey);
        prometheus = await PrometheusServer.StartAsync(Services.Select(service => (service, system.AddressOf(service))));
    }

    public async ValueTask DisposeAsync()
    {
        await prometheus.DisposeAsync();
        client.Dispose();
    }

    [Fact]
    public async Task Traffic_of_every_kind_leaves_no_panel_of_any_dashboard_empty()
    {
        await TrainAsync();
        var missing = GrafanaPanels.All().ToList();
        Assert.True(missing.Count > 80);
        await Eventually.IsTrueAsync(async () =>
        {
            await SendAsync();
            foreach (var panel in missing.ToList())
            {
                if ((await prometheus.QueryAsync(panel.Query)).Count > 0)
                {
                    missing.Remove(panel);
                }
            }

            return missing.Count == 0;
        }, TimeSpan.FromSeconds(40), () => string.Join('\n', missing));
    }

    [Fact]
    public async Task Stop_of_Redis_fires_its_alert_alone_and_its_start_clears_it()
    {
        await Eventually.IsTrueAsync(async () =>
            (await prometheus.QueryAsync("vision_health_status{check=\"redis\"} == 1")).Count == 1 && (await prometheus.FiringAsync()).Count == 0);
        await system.Application.ResourceCommands.ExecuteCommandAsync("cache", "stop", TestContext.Current.CancellationToken);
        await Eventually.IsTrueAsync(async () => (await prometheus.FiringAsync()).Count > 0);
        Assert.Equal(["CacheDown"], await prometheus.FiringAsync());
        await system.Application.ResourceCommands.ExecuteCommandAsync("cache", "start", TestContext.Current.CancellationToken);
        await Eventually.IsTrueAsync(async () => (await prometheus.FiringAsync()).Count == 0);
    }

    [Fact]
    public async Task Metrics_of_each_service_are_what_Prometheus_expects()
    {
        foreach (var service in Services)
        {
            using var http = new HttpClient { BaseAddress = system.AddressOf(service) };
            var metrics = await http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
            var (_, output) = await RunCommand.RunAsync(".", "promtool", metrics, "check", "metrics");

            // The names that .NET gives its own are not ours to choose.
            Assert.DoesNotContain(output.Split('\n'), static line => line.Length > 0 && !line.StartsWith("dotnet_", StringComparison.Ordinal));
        }
    }

    /// <summary>All that somebody may do with the system in a few moments.</summary>
    private async Task SendAsync()
    {
        client.DefaultRequestHeaders.CacheControl = new CacheControlHeaderValue { NoCache = true };
        await client.AnalyzeAsync(Requests.Raw(Photo.Bytes("receipt.png")), "?features=labels,objects,faces,moderation,text,colors,embedding,caption");
        await client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")));
        client.DefaultRequestHeaders.CacheControl = null;
        await client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")));

        var job = await client.StartAsync();
        await FinishAsync(job.Id);
        await client.FailAsync(Requests.Raw([1, 2, 3]), ErrorCodes.InvalidImage);
    }

    private async Task TrainAsync()
    {
        using var form = ClassifierRequests.Form("monitored", ClassifierRequests.Drinks());
        using var response = await client.PostAsync(ClassifierRequests.Route, form, TestContext.Current.CancellationToken);
        var job = await JobRequests.ReadAsync(response);
        await FinishAsync(job.Id);
    }

    /// <summary>Waits for a job, as somebody does who has been told before that the store may be away for a moment.</summary>
    private Task FinishAsync(string id) => Eventually.IsTrueAsync(async () =>
    {
        using var response = await client.GetAsync($"/api/jobs/{id}", TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode && (await JobRequests.ReadAsync(response)).Status == JobStatus.Succeeded;
    });
}
