using System.Globalization;
using System.Text.RegularExpressions;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Telemetry;

/// <summary>Callers must not be able to fill the memory of the service, or of whoever keeps its metrics, with series.</summary>
public sealed partial class MetricCardinalityTests
{
    private const int Requests = 10_000;
    private const int AtOnce = 16;

    private static readonly string[] Methods = ["GET", "POST", "BREW", "PROPFIND", "DELETE"];

    [Fact]
    public async Task Send_of_ten_thousand_odd_requests_adds_no_series()
    {
        // A process of its own: in the one of the tests all services tell of each other too.
        await using var api = await ServiceProcess.StartAsync(
            "ApiService",
            ("Inference:Mode", "InProcess"), ("RateLimiting:Read:PermitLimit", "1000000"), ("RateLimiting:Anonymous:PermitLimit", "1000000"));

        // One of each kind first: a series is there from the first request that it counts.
        for (var number = 0; number < 50; number++)
        {
            await SendAsync(api.Client, number);
        }

        // What the service tells of itself by and by, and of those who ask, is there a moment later.
        await Eventually.IsTrueAsync(async () => (await SeriesAsync(api.Client)).Any(static series =>
            series.StartsWith("vision_health_status", StringComparison.Ordinal)));
        await Eventually.IsTrueAsync(async () => (await SeriesAsync(api.Client)).Any(static series =>
            series.StartsWith("http_server_request_duration", StringComparison.Ordinal) && series.Contains("http_route=\"/metrics\"", StringComparison.Ordinal)));
        var before = await SeriesAsync(api.Client);
        await Parallel.ForEachAsync(
            Enumerable.Range(50, Requests),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (number, _) => await SendAsync(api.Client, number));
        var added = (await SeriesAsync(api.Client)).Except(before).ToList();
        Assert.True(added.Count == 0, string.Join('\n', added));
        Assert.DoesNotContain(before, static series => series.StartsWith("aspnetcore_memory_pool", StringComparison.Ordinal));
    }

    private static async Task SendAsync(HttpClient client, int number)
    {
        var odd = number.ToString("x8", CultureInfo.InvariantCulture);
        var path = (number % 10) switch
        {
            0 => $"/{odd}",
            1 => $"/api/{odd}/{odd}",
            2 => $"/api/jobs/{odd}",
            3 => $"/api/uploads/{odd}",
            4 => $"/api/models/{odd}/labels",
            5 => $"/api/analyze?model={odd}&{odd}={odd}",
            6 => $"/problems/{odd}",
            7 => $"/api/results/sha256:{odd}?model={odd}",
            8 => $"/api/classifiers?{odd}",
            _ => $"/openapi/{odd}.json",
        };
        using var request = new HttpRequestMessage(new HttpMethod(number % 5 == 2 ? $"X{odd}" : Methods[number / 10 % 5]), path);
        request.Headers.Host = $"host-{odd}.example";
        request.Headers.TryAddWithoutValidation($"X-{odd}", odd);
        request.Headers.TryAddWithoutValidation("X-Api-Key", odd);
        request.Headers.TryAddWithoutValidation("User-Agent", odd);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<HashSet<string>> SeriesAsync(HttpClient client)
    {
        var text = await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        return [.. text.Split('\n').Where(static line => line is [not '#', ..]).Select(static line => Value().Replace(line, string.Empty))];
    }

    [GeneratedRegex(@" \S+( \d+)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Value();
}
