using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Models;

/// <summary>Versions are promoted back and forth while callers post without a pause.</summary>
public sealed class PromotionUnderLoadTests : IDisposable
{
    private const string Name = "efficientnet-lite0";
    private const string Mark = "second ";
    private const int Callers = 4;
    private const int Promotions = 40;

    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    private readonly ModelCopy copy = new(Name);
    private readonly ConcurrentDictionary<string, int> statuses = new(StringComparer.Ordinal);
    private int answers;

    public PromotionUnderLoadTests() => ModelCopy.Rename(Mark.Trim(), copy.AddVersion("2"));

    [Fact]
    public async Task Promotions_lose_no_request_and_mix_no_versions()
    {
        await using var services = await TwoServices.StartAsync([.. AdminRequests.Settings, ("Models:Path", copy.Root)]);
        using var stopping = new CancellationTokenSource();
        var callers = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => PostAsync(services.Api.Client, caller, stopping.Token))).ToList();
        for (var promotion = 0; promotion < Promotions; promotion++)
        {
            var version = promotion % 2 == 0 ? "1" : "2";
            Assert.Equal(version, (await services.Api.Client.PromoteAsync(Name, version)).Version);
            Assert.Equal(version, await CheckAsync(services.Api.Client, top: 5));
            var before = Volatile.Read(ref answers);
            await Eventually.IsTrueAsync(() => Volatile.Read(ref answers) >= before + Callers || callers.Any(static caller => caller.IsCompleted));
        }

        await stopping.CancelAsync();
        await Task.WhenAll(callers);
        Assert.Contains("analysis; hit; detail=memory", statuses.Keys);
        Assert.Contains("analysis; fwd=miss", statuses.Keys);
        Assert.Empty(services.ErrorLog);
    }

    public void Dispose() => copy.Dispose();

    /// <summary>Half of the questions have been asked before, so that caches and engine both answer.</summary>
    private async Task PostAsync(HttpClient client, int caller, CancellationToken stopping)
    {
        for (var question = 0; !stopping.IsCancellationRequested; question++)
        {
            await CheckAsync(client, question % 2 == 0 ? 5 : ((question * Callers) + caller) % AnalysisOptions.MaximumTop + 1);
            Interlocked.Increment(ref answers);
        }
    }

    /// <summary>Posts, and compares what is said of the version with the labels that only this version gives.</summary>
    private async Task<string> CheckAsync(HttpClient client, int top)
    {
        using var response = await client.PostAsync(
            $"{Requests.Route}?model={Name}&top={top}", Requests.Raw(Cat), CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var analysis = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.Analysis, CancellationToken.None);
        Assert.Equal(top, analysis!.Labels!.Count);
        Assert.All(analysis.Labels, label =>
            Assert.Equal(analysis.Model.Version == "2", label.Name.StartsWith(Mark, StringComparison.Ordinal)));
        statuses.AddOrUpdate(response.Headers.GetValues("Cache-Status").Single(), 1, static (_, count) => count + 1);
        return analysis.Model.Version;
    }
}
