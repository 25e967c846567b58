using Client;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Client;

/// <summary>Calls that end before their answer is there.</summary>
public sealed class EndedCallTests
{
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Analyze_that_is_cancelled_takes_its_work_back()
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var service = await hanging.ApiAsync();
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var call = new ImageClient(service.Client).AnalyzeAsync(Cat, cancellationToken: leave.Token);
        await hanging.Called.WaitAsync(Cancellation);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await hanging.CallerLeft.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task Analyze_with_a_deadline_that_passes_is_deadline_exceeded()
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var service = await hanging.ApiAsync();
        var call = new CallOptions { Deadline = TimeSpan.FromMilliseconds(100) };
        await Refusals.FailAsync(
            ErrorCodes.DeadlineExceeded,
            () => new ImageClient(service.Client).AnalyzeAsync(Cat, call: call, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Analyze_events_over_a_line_that_is_cut_end_with_an_exception()
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var service = await hanging.ApiAsync();
        await using var line = new CuttableLine(service.Client.BaseAddress!);
        using var http = new HttpClient { BaseAddress = line.Address };
        var updates = new List<AnalysisUpdate>();
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            await foreach (var update in new ImageClient(http).AnalyzeEventsAsync(Cat, cancellationToken: Cancellation))
            {
                updates.Add(update);
                await hanging.Called.WaitAsync(Cancellation);
                line.Cut();
            }
        });
        Assert.IsType<AnalysisAccepted>(Assert.Single(updates));
        await hanging.CallerLeft.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task Analyze_by_a_caller_without_quota_left_tells_when_to_come_again()
    {
        await using var service = await ApiProcess.StartAsync(("RateLimiting:Anonymous:PermitLimit", "1"));
        var images = new ImageClient(service.Client);
        string? left = null;
        var call = new CallOptions { OnHeaders = headers => left = headers.GetValues("RateLimit").Single() };
        await images.AnalyzeAsync(Cat, call: call, cancellationToken: Cancellation);
        Assert.StartsWith("\"analyze\";r=0", left, StringComparison.Ordinal);
        var refusal = await Refusals.FailAsync(ErrorCodes.RateLimited, () => images.AnalyzeAsync(Cat, cancellationToken: Cancellation));
        Assert.InRange(refusal.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Analyze_by_a_service_that_is_away_is_no_connection()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:1") };
        await Assert.ThrowsAsync<HttpRequestException>(() => new ImageClient(http).AnalyzeAsync(Cat, cancellationToken: Cancellation));
    }
}
