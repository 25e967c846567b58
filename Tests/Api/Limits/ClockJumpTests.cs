using ApiService.Inference;
using Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Deadlines;
using Tests.Api.Caching;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Limits;

/// <summary>The clock on the wall is set by a day while the service runs.</summary>
public sealed class ClockJumpTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly JumpingClock clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Jump_leaves_the_caches_and_the_quotas_at_work(int direction)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await StartAsync(("RateLimiting:Anonymous:PermitLimit", "5"), ("ConnectionStrings:cache", redis.ConnectionString));
        var first = await AnalysisCacheTests.PostAsync(api);
        clock.Jump(Day * direction);
        Assert.Equal(first.Body, (await AnalysisCacheTests.PostAsync(api)).Body);
        Assert.EndsWith("memory", (await AnalysisCacheTests.PostAsync(api)).Status, StringComparison.Ordinal);
        clock.Jump(-Day * direction);
        Assert.Equal(first.Body, (await AnalysisCacheTests.PostAsync(api, cacheControl: "no-cache")).Body);
        Assert.Equal(first.Body, (await AnalysisCacheTests.PostAsync(api)).Body);
        await api.Client.FailAsync(Requests.Raw(Photo.Bytes("cat.jpg")), ErrorCodes.RateLimited);
        Assert.Empty(api.ErrorLog);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Jump_leaves_the_quotas_of_one_process_as_they_were(int direction)
    {
        await using var api = await StartAsync(("RateLimiting:Anonymous:PermitLimit", "1"));
        await api.Client.AnalyzeAsync(Requests.Raw(EncodedPicture.Gif()));
        clock.Jump(Day * direction);
        using var refused = await api.Client.PostAsync(Requests.Route, Requests.Raw(EncodedPicture.Gif()), TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(refused, ErrorCodes.RateLimited);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task Jump_back_while_a_body_arrives_does_not_stretch_the_callers_deadline()
    {
        using var deadline = new RequestDeadline(
            TimeSpan.FromHours(1), TimeSpan.FromMilliseconds(50), clock, TestContext.Current.CancellationToken);
        clock.Jump(-Day);
        RequestDeadline.BodyReceived(ContextWith(deadline));
        await Eventually.IsTrueAsync(() => deadline.Passed.IsCancellationRequested);
    }

    [Fact]
    public async Task Jump_ahead_does_not_end_the_callers_deadline()
    {
        using var deadline = new RequestDeadline(
            TimeSpan.FromMilliseconds(50), TimeSpan.FromHours(1), clock, TestContext.Current.CancellationToken);
        clock.Jump(Day);
        RequestDeadline.LiftServerLimit(ContextWith(deadline));

        // A timer that was due now would be over before one that is due later.
        using var later = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Eventually.IsTrueAsync(() => later.IsCancellationRequested);
        Assert.False(deadline.Passed.IsCancellationRequested);
    }

    private static DefaultHttpContext ContextWith(RequestDeadline deadline)
    {
        var context = new DefaultHttpContext();
        context.Features.Set(deadline);
        return context;
    }

    private async Task<RunningService<InferenceOptions>> StartAsync(params (string Name, string Value)[] settings)
    {
        var service = new RunningService<InferenceOptions>(host =>
        {
            host.UseSetting("Inference:Mode", "InProcess");
            foreach (var (name, value) in settings)
            {
                host.UseSetting(name, value);
            }

            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock));
        });
        await service.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        return service;
    }
}
