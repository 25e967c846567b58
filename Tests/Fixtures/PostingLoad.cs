using System.Net;
using System.Net.Http.Json;
using Contracts;
using Tests.Api;
using Xunit;

namespace Tests.Fixtures;

/// <summary>Callers who post without a pause, each answer of which is held against the right one.</summary>
internal sealed class PostingLoad(HttpClient client, TimeSpan patience) : IAsyncDisposable
{
    private const int MostLabels = 100;

    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    private readonly CancellationTokenSource stopping = new();
    private IReadOnlyList<Label> expected = [];
    private Task[] callers = [];
    private int sent;
    private int answered;

    public async Task StartAsync(int count)
    {
        expected = (await client.AnalyzeAsync(Requests.Raw(Cat), $"?model=efficientnet-lite0&top={MostLabels}")).Labels!;
        callers = [.. Enumerable.Range(0, count).Select(_ => Task.Run(PostAsync))];
    }

    /// <summary>Waits for so many more answers.</summary>
    public async Task AnsweredAsync(int count)
    {
        var goal = Volatile.Read(ref answered) + count;
        await Eventually.IsTrueAsync(() => Volatile.Read(ref answered) >= goal || callers.Any(static caller => caller.IsFaulted));
        await Task.WhenAll(callers.Where(static caller => caller.IsFaulted));
    }

    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(callers);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(callers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    /// <summary>Half of the questions are new, half have been asked shortly before.</summary>
    private async Task PostAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref sent) / 2;
            var top = (number % MostLabels) + 1;
            using var deadline = new CancellationTokenSource(patience);
            using var response = await client.PostAsync(
                $"{Requests.Route}?model=efficientnet-lite0&top={top}&minConfidence=0.{number / MostLabels:D7}", Requests.Raw(Cat), deadline.Token);
            await CheckAsync(response, top);
            Interlocked.Increment(ref answered);
        }
    }

    private async Task CheckAsync(HttpResponseMessage response, int top)
    {
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            Assert.NotNull(response.Headers.RetryAfter);
            return;
        }

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var analysis = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.Analysis, CancellationToken.None);
        Assert.Equal(Vision.ImageDigest.Of(Cat), analysis!.Digest);
        Assert.Equal(expected.Take(top), analysis.Labels!);
    }
}
