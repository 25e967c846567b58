using System.Net.Http.Json;
using ApiService.Caching;
using ApiService.Inference;
using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Models;

/// <summary>What is cached belongs to the versions that computed it.</summary>
public sealed class CachedVersionTests
{
    private const string Objects = "?features=objects";

    private static readonly byte[] Image = EncodedPicture.Gif();

    [Fact]
    public async Task Post_after_another_detector_was_promoted_is_computed_anew_where_it_has_a_part()
    {
        await using var inference = await VersionedInference.StartAsync();
        await using var api = await inference.ApiAsync();
        Assert.Equal(("1", false), await PostAsync(api, Objects));
        Assert.Equal(("1", true), await PostAsync(api, Objects));
        await PostAsync(api, "?features=labels");

        inference.Live = ("1", "2");
        api.Services.GetRequiredService<LiveModels>().Forget();
        Assert.Equal(("2", false), await PostAsync(api, Objects));
        Assert.Equal(("2", true), await PostAsync(api, Objects));
        Assert.True((await PostAsync(api, "?features=labels")).IsHit);
    }

    [Fact]
    public async Task Post_whose_detector_was_promoted_meanwhile_is_kept_under_the_version_that_answered()
    {
        await using var inference = await VersionedInference.StartAsync();
        await using var api = await inference.ApiAsync();
        (inference.Live, inference.Outdated) = (("1", "2"), ("1", "1"));
        Assert.Equal(("2", false), await PostAsync(api, Objects));
        Assert.Equal(2, inference.Asked.Count);
        Assert.Equal(("2", true), await PostAsync(api, Objects));

        inference.Live = ("1", "1");
        api.Services.GetRequiredService<LiveModels>().Forget();
        Assert.Equal(("1", false), await PostAsync(api, Objects));
    }

    [Fact]
    public async Task Post_whose_version_was_deleted_meanwhile_is_answered_by_the_live_one()
    {
        await using var inference = await VersionedInference.StartAsync();
        await using var api = await inference.ApiAsync();
        (inference.Live, inference.Outdated) = (("2", "1"), ("1", "1"));
        var analysis = await api.Client.AnalyzeAsync(Requests.Raw(Image));
        Assert.Equal("2", analysis.Model.Version);
        Assert.Equal(["efficientnet-lite2@1", "efficientnet-lite2@2"], inference.Asked);
    }

    [Fact]
    public async Task Post_that_names_a_deleted_version_is_model_not_found()
    {
        await using var inference = await VersionedInference.StartAsync();
        await using var api = await inference.ApiAsync();
        (inference.Live, inference.Outdated) = (("2", "1"), ("1", "1"));
        await api.Client.FailAsync(Requests.Raw(Image), ErrorCodes.ModelNotFound, "?model=efficientnet-lite2@1");
    }

    private static async Task<(string Detector, bool IsHit)> PostAsync(RunningService<InferenceOptions> api, string query)
    {
        using var response = await api.Client.PostAsync(Requests.Route + query, Requests.Raw(Image), TestContext.Current.CancellationToken);
        var analysis = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.Analysis, TestContext.Current.CancellationToken);
        var status = response.Headers.GetValues("Cache-Status").Single();
        return (analysis!.Objects!.Single().Name, status.StartsWith("analysis; hit", StringComparison.Ordinal));
    }
}
