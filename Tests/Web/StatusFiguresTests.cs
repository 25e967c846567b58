using System.Net;
using System.Text.Json;
using Contracts;
using Microsoft.Extensions.Options;
using Tests.Api;
using Tests.Fixtures;
using WebFrontend.Proxy;
using WebFrontend.Status;
using Xunit;

namespace Tests.Web;

/// <summary>
/// What the server of the pages tells of the services behind it. Where it comes to numbers the services are processes of their own:
/// those in one process count together.
/// </summary>
public sealed class StatusFiguresTests
{
    private const string Route = "/status/figures";
    private const string NobodyListens = "http://127.0.0.1:1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_after_a_few_analyses_tells_them_in_figures()
    {
        await using var inference = await ServiceProcess.StartAsync("InferenceService");
        await using var service = await ServiceProcess.StartAsync("ApiService", ("services:inference:http:0", inference.Address.ToString()));
        await using var web = WebAt(service.Address.ToString(), inference.Address.ToString());
        await service.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")));
        await service.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")));
        await service.Client.FailAsync(Requests.Raw("no image"u8.ToArray()), ErrorCodes.InvalidImage);

        var reading = await ReadUntilAsync(web, static reading => reading.Services[0].Figures!.Requests.GetValueOrDefault("ok") == 2);
        Assert.InRange(reading.Time, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        Assert.Equal(["api", "inference"], reading.Services.Select(static service => service.Name));
        Assert.All(reading.Services, static service => Assert.Equal(ServiceState.Healthy, service.State));
        Assert.Equal(ServiceState.Healthy, reading.Services[0].Checks["inference"]);
        Assert.Equal(ServiceState.Healthy, reading.Services[1].Checks["models"]);

        var api = reading.Services[0].Figures!;
        Assert.Equal((2, 1), (api.Requests["ok"], api.Requests["refused"]));
        Assert.Equal((1, 1), (api.Cache["miss"], api.Cache["memory"]));
        Assert.Equal(2, api.Analyses!.Counts[^1]);
        Assert.Empty(api.Capacity);
        Assert.True(api.ProcessorSeconds > 0 && api.MemoryBytes > 1_000_000);
        var engine = reading.Services[1].Figures!;
        Assert.Equal((0, 64), (engine.Waiting["engine"], engine.Capacity["engine"]));
        Assert.Equal(1, engine.Features["labels"].Counts[^1]);
        Assert.Equal(engine.Features["labels"].Bounds.Count + 1, engine.Features["labels"].Counts.Count);
    }

    [Fact]
    public async Task Get_while_the_engine_is_away_tells_so_and_the_rest()
    {
        await using var api = new RunningService<ApiService.Inference.InferenceOptions>(
            static host => host.UseSetting("services:inference:http:0", NobodyListens));
        await using var web = WebAt(api.Client.BaseAddress!.ToString(), NobodyListens);
        var reading = await ReadAsync(web);
        Assert.Equal((ServiceState.Degraded, ServiceState.Degraded), (reading.Services[0].State, reading.Services[0].Checks["inference"]));
        Assert.NotNull(reading.Services[0].Figures);
        Assert.Equal(ServiceState.Away, reading.Services[1].State);
        Assert.Empty(reading.Services[1].Checks);
        Assert.Null(reading.Services[1].Figures);
    }

    [Fact]
    public async Task Get_where_the_api_runs_the_engine_tells_of_it_there()
    {
        await using var api = await ServiceProcess.StartAsync("ApiService", ("Inference:Mode", "InProcess"));
        await using var web = WebAt(api.Address.ToString());
        await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")));
        var reading = await ReadUntilAsync(web, static reading => reading.Services[0].Figures!.Features.Count > 0);
        var service = Assert.Single(reading.Services);
        Assert.Equal(("api", ServiceState.Healthy), (service.Name, service.State));
        Assert.Equal(64, service.Figures!.Capacity["engine"]);
        Assert.Equal(1, service.Figures.Features["labels"].Counts[^1]);
        Assert.False(service.Checks.ContainsKey("redis"));
    }

    [Fact]
    public async Task Get_while_Redis_is_away_tells_what_is_degraded()
    {
        await using var api = await ApiProcess.StartAsync(("ConnectionStrings:cache", "127.0.0.1:1"));
        await using var web = WebAt(api.Client.BaseAddress!.ToString());
        var service = Assert.Single((await ReadAsync(web)).Services);
        Assert.Equal((ServiceState.Degraded, ServiceState.Degraded), (service.State, service.Checks["redis"]));
    }

    [Fact]
    public async Task Get_by_a_hundred_at_once_asks_the_service_once()
    {
        await using var service = await StandInService.StartAsync(Cancellation);
        await using var web = WebAt(service.Address);
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => web.Client.GetStringAsync(Route, Cancellation)));
        Assert.Single(replies.Distinct());
        Assert.Equal(1, service.Reads);
        await ReadUntilAsync(web, _ => service.Reads == 2);
    }

    [Fact]
    public async Task Leave_before_the_answer_leaves_it_to_the_others()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var service = await StandInService.StartAsync(Cancellation);
        service.MayAnswer = gate.Task;
        await using var web = WebAt(service.Address, settings: ("Status:Patience", "00:00:30"));
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var first = web.Client.GetAsync(Route, leaving.Token);
        await Eventually.IsTrueAsync(() => service.Reads == 1);
        var second = ReadAsync(web);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        Assert.NotNull((await second).Services[0].Figures);
    }

    [Fact]
    public async Task Get_of_a_service_that_hangs_goes_on_without_it()
    {
        await using var service = await StandInService.StartAsync(Cancellation);
        service.MayAnswer = Task.Delay(Timeout.Infinite, Cancellation);
        await using var web = WebAt(service.Address, settings: ("Status:Patience", "00:00:00.5"));
        var reading = (await ReadAsync(web)).Services[0];
        Assert.Equal(ServiceState.Healthy, reading.State);
        Assert.Null(reading.Figures);
    }

    [Fact]
    public async Task Get_of_metrics_without_end_gives_them_up()
    {
        await using var service = await StandInService.StartAsync(Cancellation);
        service.Metrics = (string.Concat(Enumerable.Repeat("vision_cache_requests_total{result=\"miss\"} 1\n", 1000)), int.MaxValue);
        await using var web = WebAt(service.Address, settings: ("Status:Patience", "00:00:30"));
        Assert.Null((await ReadAsync(web)).Services[0].Figures);
    }

    [Theory]
    [InlineData("<html>Please log in</html>")]
    [InlineData("{\"status\":\"Splendid\",\"checks\":{}}")]
    [InlineData("{\"status\":\"Healthy\"}")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Get_of_health_that_is_no_report_tells_the_service_as_away(string health)
    {
        await using var service = await StandInService.StartAsync(Cancellation);
        service.Health = health;
        service.Metrics = ("\0\0{{{\"\"\n}\nvision_queue_limit{queue=\"engine\"} NaN\nvision_queue_limit", 1);
        await using var web = WebAt(service.Address);
        var reading = (await ReadAsync(web)).Services[0];
        Assert.Equal(ServiceState.Away, reading.State);
        Assert.Empty(reading.Figures!.Capacity);
    }

    [Fact]
    public async Task Get_of_health_that_is_too_long_tells_the_service_as_away()
    {
        await using var service = await StandInService.StartAsync(Cancellation);
        service.Health = """{"status":"Healthy","checks":{"NAME":{"status":"Healthy"}}}""".Replace("NAME", new string('x', 100_000), StringComparison.Ordinal);
        await using var web = WebAt(service.Address);
        Assert.Equal(ServiceState.Away, (await ReadAsync(web)).Services[0].State);
    }

    [Fact]
    public async Task Get_publishes_none_of_the_rest_that_a_service_tells()
    {
        await using var service = await StandInService.StartAsync(Cancellation);
        service.Health = """{"status":"Unhealthy","checks":{"StackExchange.Redis_cache":{"status":"Degraded","description":"secret at 10.0.0.7"}}}""";
        service.Metrics = ("target_info{service_instance_id=\"secret-1\"} 1\nhttp_server_request_duration_seconds_count{http_route=\"/api/secret\",http_response_status_code=\"200\"} 1\nsecret_total 1\n", 1);
        await using var web = WebAt(service.Address);
        var text = await web.Client.GetStringAsync(Route, Cancellation);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("10.0.0.7", text, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"Unhealthy\",\"checks\":{\"redis\":\"Degraded\"}", text, StringComparison.Ordinal);
        Assert.Contains("\"ok\":1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_where_it_is_switched_off_finds_nothing_and_asks_nobody()
    {
        await using var service = await StandInService.StartAsync(Cancellation);
        await using var web = WebAt(service.Address, settings: ("Status:Enabled", "false"));
        using var response = await web.Client.GetAsync(Route, Cancellation);
        await Requests.ReadProblemAsync(response, ErrorCodes.RouteNotFound);
        Assert.Equal(0, service.Reads);
    }

    [Theory]
    [InlineData("Status:Patience", "00:00:00")]
    [InlineData("Status:Patience", "01:00:00")]
    public void Start_with_a_setting_that_makes_no_sense_fails(string name, string value) =>
        Assert.Throws<OptionsValidationException>(() => WebAt(NobodyListens, settings: (name, value)));

    private static RunningService<DiscoveredDestinations> WebAt(
        string api, string? inference = null, params (string Name, string Value)[] settings) => new(host =>
    {
        host.UseSetting("services:api:http:0", api);
        foreach (var (name, value) in inference is null ? settings : [.. settings, ("services:inference:http:0", inference)])
        {
            host.UseSetting(name, value);
        }
    });

    private static async Task<StatusReading> ReadAsync(RunningService<DiscoveredDestinations> web)
    {
        using var response = await web.Client.GetAsync(Route, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonSerializer.Deserialize(await response.Content.ReadAsStringAsync(Cancellation), StatusJsonContext.Default.StatusReading)!;
    }

    /// <summary>Reads until what was done a moment ago stands in the figures, which are a second or two old.</summary>
    private static async Task<StatusReading> ReadUntilAsync(RunningService<DiscoveredDestinations> web, Func<StatusReading, bool> isThere)
    {
        StatusReading? reading = null;
        await Eventually.IsTrueAsync(async () => isThere(reading = await ReadAsync(web)));
        return reading!;
    }
}
