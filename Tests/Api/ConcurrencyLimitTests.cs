using System.Diagnostics.Metrics;
using ApiService.Inference;
using ApiService.Telemetry;
using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Tests.Api;

/// <summary>The engine is not asked for more than it takes.</summary>
public sealed class ConcurrencyLimitTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly FakeTimeProvider clock = new();
    private readonly ConcurrencyLimit limit;

    public ConcurrencyLimitTests() => limit = new ConcurrencyLimit(clock, new ApiTelemetry(services.GetRequiredService<IMeterFactory>()));

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task Run_beyond_what_the_engine_held_at_its_last_refusal_is_refused_without_asking_it()
    {
        var (first, second) = (Begin(), Begin());
        await RefuseAsync();
        Assert.Equal(2, limit.Value);
        await RefusedAtOnceAsync();
        first.SetResult(1);
        var third = Begin();
        await RefusedAtOnceAsync();
        second.SetResult(1);
        third.SetResult(1);
    }

    [Fact]
    public async Task Run_a_moment_after_a_refusal_asks_the_engine_for_one_more()
    {
        var running = Begin();
        await RefuseAsync();
        clock.Advance(TimeSpan.FromMilliseconds(49));
        await RefusedAtOnceAsync();
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var more = Begin();
        await RefusedAtOnceAsync();
        running.SetResult(1);
        more.SetResult(1);
    }

    [Fact]
    public async Task Refusals_of_many_at_once_leave_the_limit_at_those_who_were_accepted()
    {
        var accepted = Enumerable.Range(0, 5).Select(_ => Begin()).ToArray();
        var refused = Enumerable.Range(0, 20).Select(_ => Begin()).ToArray();
        foreach (var one in refused)
        {
            one.SetException(ConcurrencyLimit.Refusal());
        }

        Assert.Equal(accepted.Length, limit.Value);
        await RefusedAtOnceAsync();
        Array.ForEach(accepted, static one => one.SetResult(1));
    }

    [Fact]
    public async Task An_engine_that_refuses_everything_is_still_asked()
    {
        await RefuseAsync();
        await RefuseAsync();
    }

    [Fact]
    public async Task Run_that_fails_otherwise_leaves_the_limit()
    {
        var running = Begin();
        var before = limit.Value;
        await Assert.ThrowsAsync<ProblemException>(() =>
            limit.RunAsync<int>(static () => throw new ProblemException(ErrorCodes.InferenceUnavailable, "Away.")));
        Assert.Equal(before, limit.Value);
        running.SetResult(1);
    }

    private TaskCompletionSource<int> Begin()
    {
        var work = new TaskCompletionSource<int>();
        _ = limit.RunAsync(() => work.Task);
        return work;
    }

    private async Task RefusedAtOnceAsync()
    {
        var refusal = await Assert.ThrowsAsync<ProblemException>(() =>
            limit.RunAsync<int>(static () => throw new InvalidOperationException("Asked.")));
        Assert.Equal(ErrorCodes.Overloaded, refusal.Code);
    }

    private async Task RefuseAsync()
    {
        var asked = false;
        await Assert.ThrowsAsync<ProblemException>(() => limit.RunAsync<int>(() =>
        {
            asked = true;
            throw ConcurrencyLimit.Refusal();
        }));
        Assert.True(asked);
    }
}
