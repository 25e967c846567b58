using Contracts;
using Microsoft.Extensions.Options;
using Tests.Api;
using Tests.Fixtures;
using WebFrontend.Status;
using Xunit;

namespace Tests.Web;

/// <summary>
/// What the server of the pages tells of the services behind it. Where it comes to numbers the services are processes of their own:
/// those in one process count together.
/// </summary>
public sealed class StatusFiguresTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_after_a_few_analyses_tells_them_in_figures()
    {
        await using var inference = await ServiceProcess.StartAsync("InferenceService");
        await using var service = await ServiceProcess.StartAsync("ApiService", ("services:inference:http:0", inference.Address.ToString()));
        await using var web = WebBefore.Api(service.Address, (WebBefore.Inference, inference.Address.ToString()));
        await service.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")));
        await service.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")));
        await service.Client.FailAsync(Requests.Raw("no image"u8.ToArray()), ErrorCodes.InvalidImage);

        var reading = await web.ReadUntilAsync(static reading => reading.Services[0].Figures!.Requests.GetValueOrDefault("ok") == 2);
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
            static host => host.UseSetting(WebBefore.Inference, WebBefore.NobodyListens.ToString()));
        await using var web = WebBefore.Api(api.Client.BaseAddress!, (WebBefore.Inference, WebBefore.NobodyListens.ToString()));
        var reading = await web.ReadAsync();
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
        await using var web = WebBefore.Api(api.Address);
        await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")));
        var reading = await web.ReadUntilAsync(static reading => reading.Services[0].Figures!.Features.Count > 0);
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
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var service = Assert.Single((await web.ReadAsync()).Services);
        Assert.Equal((ServiceState.Degraded, ServiceState.Degraded), (service.State, service.Checks["redis"]));
    }

    [Fact]
    public async Task Get_by_a_hundred_at_once_asks_the_service_once()
    {
        await using var service = await StandInService.StartAsync(Cancellation);
        await using var web = WebBefore.Api(service.Address);
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => web.Client.GetStringAsync(StatusWeb.Route, Cancellation)));
        Assert.Single(replies.Distinct());
        Assert.Equal(1, service.Reads);
        await web.ReadUntilAsync(_ => service.Reads == 2);
    }

    [Fact]
    public async Task Leave_before_the_answer_leaves_it_to_the_others()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var service = await StandInService.StartAsync(Cancellation);
        service.MayAnswer = gate.Task;
        await using var web = WebBefore.Api(service.Address, ("Status:Patience", "00:00:30"));
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var first = web.Client.GetAsync(StatusWeb.Route, leaving.Token);
        await Eventually.IsTrueAsync(() => service.Reads == 1);
        var second = web.ReadAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        Assert.NotNull((await second).Services[0].Figures);
    }

    [Fact]
    public async Task Get_where_it_is_switched_off_finds_nothing_and_asks_nobody()
    {
        await using var service = await StandInService.StartAsync(Cancellation);
        await using var web = WebBefore.Api(service.Address, ("Status:Enabled", "false"));
        using var response = await web.Client.GetAsync(StatusWeb.Route, Cancellation);
        await Requests.ReadProblemAsync(response, ErrorCodes.RouteNotFound);
        Assert.Equal(0, service.Reads);
    }

    [Theory]
    [InlineData("Status:Patience", "00:00:00")]
    [InlineData("Status:Patience", "01:00:00")]
    public void Start_with_a_setting_that_makes_no_sense_fails(string name, string value) =>
        Assert.Throws<OptionsValidationException>(() => WebBefore.Api(WebBefore.NobodyListens, (name, value)));
}
