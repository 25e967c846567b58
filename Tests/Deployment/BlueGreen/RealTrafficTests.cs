using System.Net.Http.Headers;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.BlueGreen;

/// <summary>A real Prometheus that reads the figures of the real service, once as those of blue and once as those of green.</summary>
public sealed class RealTrafficTests(BlueGreenCluster cluster)
{
    private static readonly string[] Watching =
        ["--prometheus-match", "job=\"api-{color}\"", "--interval", "0.5s", "--baseline", "3s", "--watch", "20s"];

    [Fact]
    public async Task Failures_of_real_requests_after_the_switch_move_the_traffic_back()
    {
        var space = await cluster.WithBlueAsync();
        await using var prometheus = await StartAsync();
        space.Prometheus = prometheus.Address;
        var deployment = cluster.Script(space).DeployAsync(2, [.. Watching, "--prometheus", $"{space.Name}/prometheus:9090"]);
        await Eventually.IsTrueAsync(async () =>
        {
            if (space.Phase() == "watching")
            {
                await FailAsync();
            }

            return deployment.IsCompleted;
        }, TimeSpan.FromMinutes(1));
        var (code, output) = await deployment;
        Assert.True(code == 1, output);
        Assert.Contains("Rolled back to blue: of the real requests ", output, StringComparison.Ordinal);
        Assert.Equal(["blue"], space.ActiveColors());
    }

    [Fact]
    public async Task Prometheus_that_does_not_answer_keeps_the_traffic_where_it_is()
    {
        var space = await cluster.WithBlueAsync();
        var (code, output) = await cluster.Script(space).DeployAsync(2, "--prometheus-url", "http://127.0.0.1:1");
        Assert.Equal(1, code);
        Assert.Contains("Prometheus does not answer", output, StringComparison.Ordinal);
        Assert.Equal(["blue"], space.ActiveColors());
    }

    private async Task<PrometheusServer> StartAsync()
    {
        var api = await cluster.ApiAsync();
        return await PrometheusServer.StartAsync([("api-blue", api), ("api-green", api)]);
    }

    /// <summary>A request whose deadline is over before it can be answered, nearly always: 504.</summary>
    private async Task FailAsync()
    {
        var path = Path.Combine(Repository.Root, "Tests/Data/images/palace.jpg");
        var photo = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = await cluster.ApiAsync() };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/analyze") { Content = new ByteArrayContent(photo) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        request.Headers.Add(RequestHeaders.ApiKey, BlueGreenCluster.Key);
        request.Headers.Add("X-Request-Deadline-Ms", "1");
        request.Headers.Add("Cache-Control", "no-store");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains((int)response.StatusCode, (int[])[200, 504]);
    }
}
