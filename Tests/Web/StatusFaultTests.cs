using WebFrontend.Status;
using Xunit;

namespace Tests.Web;

/// <summary>What the server of the pages makes of services that hang, never end, or tell nonsense.</summary>
public sealed class StatusFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_of_a_service_that_hangs_goes_on_without_it()
    {
        await using var service = await StandInService.StartAsync(Cancellation);
        service.MayAnswer = Task.Delay(Timeout.Infinite, Cancellation);
        await using var web = WebBefore.Api(service.Address, ("Status:Patience", "00:00:00.5"));
        var reading = (await web.ReadAsync()).Services[0];
        Assert.Equal(ServiceState.Healthy, reading.State);
        Assert.Null(reading.Figures);
    }

    [Fact]
    public async Task Get_of_metrics_without_end_gives_them_up()
    {
        await using var service = await StandInService.StartAsync(Cancellation);
        service.Metrics = (string.Concat(Enumerable.Repeat("vision_cache_requests_total{result=\"miss\"} 1\n", 1000)), int.MaxValue);
        await using var web = WebBefore.Api(service.Address, ("Status:Patience", "00:00:30"));
        Assert.Null((await web.ReadAsync()).Services[0].Figures);
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
        await using var web = WebBefore.Api(service.Address);
        var reading = (await web.ReadAsync()).Services[0];
        Assert.Equal(ServiceState.Away, reading.State);
        Assert.Empty(reading.Figures!.Capacity);
    }

    [Fact]
    public async Task Get_of_health_that_is_too_long_tells_the_service_as_away()
    {
        await using var service = await StandInService.StartAsync(Cancellation);
        service.Health = """{"status":"Healthy","checks":{"NAME":{"status":"Healthy"}}}""".Replace("NAME", new string('x', 100_000), StringComparison.Ordinal);
        await using var web = WebBefore.Api(service.Address);
        Assert.Equal(ServiceState.Away, (await web.ReadAsync()).Services[0].State);
    }

    [Fact]
    public async Task Get_publishes_none_of_the_rest_that_a_service_tells()
    {
        await using var service = await StandInService.StartAsync(Cancellation);
        service.Health = """{"status":"Unhealthy","checks":{"redis":{"status":"Degraded","description":"secret at 10.0.0.7"}}}""";
        service.Metrics = ("target_info{service_instance_id=\"secret-1\"} 1\nhttp_server_request_duration_seconds_count{http_route=\"/api/secret\",http_response_status_code=\"200\"} 1\nsecret_total 1\n", 1);
        await using var web = WebBefore.Api(service.Address);
        var text = await web.Client.GetStringAsync(StatusWeb.Route, Cancellation);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("10.0.0.7", text, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"Unhealthy\",\"checks\":{\"redis\":\"Degraded\"}", text, StringComparison.Ordinal);
        Assert.Contains("\"ok\":1", text, StringComparison.Ordinal);
    }
}
