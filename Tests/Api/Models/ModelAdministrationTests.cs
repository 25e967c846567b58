using System.Net;
using System.Net.Http.Json;
using ApiService.Inference;
using Client;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Models;

/// <summary>Promotion, rollback and deletion by the public routes, with the engine in the process of the API.</summary>
public sealed class ModelAdministrationTests : IDisposable
{
    private const string Name = "efficientnet-lite0";

    private readonly ModelCopy copy = new(Name);

    public ModelAdministrationTests() => ModelCopy.Rename("second", copy.AddVersion("2"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Promote_and_rollback_answer_with_the_model_and_take_effect_at_once()
    {
        await using var api = await StartAsync();
        Assert.StartsWith("second ", await BestAsync(api), StringComparison.Ordinal);
        Assert.StartsWith("second ", await FirstLabelAsync(api), StringComparison.Ordinal);

        var promoted = await api.Client.PromoteAsync(Name, "1");
        Assert.Equal((Name, "1", true), (promoted.Name, promoted.Version, promoted.Default));
        Assert.Equal(["1"], promoted.Versions.Where(version => version.Live).Select(version => version.Version));
        Assert.Equal("tiger cat", await BestAsync(api));
        Assert.Equal("tench", await FirstLabelAsync(api));

        Assert.Equal("2", (await api.Client.ChangeAsync($"{Name}/rollback")).Version);
        Assert.StartsWith("second ", await BestAsync(api), StringComparison.Ordinal);
        Assert.StartsWith("second ", await FirstLabelAsync(api), StringComparison.Ordinal);
        using var none = await api.Client.AdministerAsync(HttpMethod.Post, $"{Name}/rollback");
        await Requests.ReadProblemAsync(none, ErrorCodes.InvalidRequest);
    }

    [Fact]
    public async Task Client_promotes_rolls_back_and_deletes()
    {
        await using var api = await StartAsync();
        var images = new ImageClient(api.Client, "admin-key");
        Assert.Equal("1", (await images.PromoteModelVersionAsync(Name, "1", Token)).Version);
        Assert.Equal("2", (await images.RollbackModelAsync(Name, Token)).Version);
        await images.DeleteModelVersionAsync(Name, "1", Token);
        Assert.Equal(["2"], (await images.GetModelAsync(Name, Token)).Versions.Select(version => version.Version));
    }

    [Fact]
    public async Task Delete_of_a_version_is_no_content_and_of_the_live_one_is_refused()
    {
        await using var api = await StartAsync();
        using var live = await api.Client.AdministerAsync(HttpMethod.Delete, $"{Name}/versions/2");
        await Requests.ReadProblemAsync(live, ErrorCodes.VersionLive);
        using var deleted = await api.Client.AdministerAsync(HttpMethod.Delete, $"{Name}/versions/1");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await api.Client.FailAsync(Requests.Raw(Photo.Bytes("cat.jpg")), ErrorCodes.ModelNotFound, $"?model={Name}@1");
        using var again = await api.Client.AdministerAsync(HttpMethod.Delete, $"{Name}/versions/1");
        await Requests.ReadProblemAsync(again, ErrorCodes.ModelNotFound);
    }

    [Fact]
    public async Task Promote_of_a_version_that_cannot_be_loaded_is_refused_without_telling_where_it_is()
    {
        await File.AppendAllTextAsync(Path.Combine(copy.AddVersion("3"), $"{Name}.onnx"), "x", Token);
        await using var api = await StartAsync();
        using var response = await api.Client.AdministerAsync(HttpMethod.Post, $"{Name}/versions/3/promote");
        var problem = await Requests.ReadProblemAsync(response, ErrorCodes.InvalidRequest);
        Assert.DoesNotContain(copy.Root, problem.Detail!, StringComparison.Ordinal);
        Assert.StartsWith("second ", await BestAsync(api), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-model/versions/1/promote")]
    [InlineData(Name + "/versions/9/promote")]
    [InlineData(Name + "/versions/..%2F1/promote")]
    [InlineData("..%2F" + Name + "/versions/1/promote")]
    [InlineData("no-such-model/rollback")]
    public async Task Post_for_a_model_that_is_not_there_is_model_not_found(string address)
    {
        await using var api = await StartAsync();
        using var response = await api.Client.AdministerAsync(HttpMethod.Post, address);
        await Requests.ReadProblemAsync(response, ErrorCodes.ModelNotFound);
    }

    [Theory]
    [InlineData("POST", Name + "/versions/1/promote")]
    [InlineData("POST", Name + "/rollback")]
    [InlineData("DELETE", Name + "/versions/1")]
    public async Task Change_without_an_admin_key_is_refused(string method, string address)
    {
        await using var api = await StartAsync();
        using var anonymous = await api.Client.AdministerAsync(new HttpMethod(method), address, key: null);
        await Requests.ReadProblemAsync(anonymous, ErrorCodes.KeyRequired);
        using var other = await api.Client.AdministerAsync(new HttpMethod(method), address, "shop-key");
        await Requests.ReadProblemAsync(other, ErrorCodes.Forbidden);
        Assert.StartsWith("second ", await BestAsync(api), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_without_a_live_version_is_listed_without_one_and_answers_to_its_versions_alone()
    {
        await File.WriteAllTextAsync(Path.Combine(copy.Root, Name, "live.json"), """{"version":null}""", Token);
        await using var api = await StartAsync();
        var model = await api.Client.GetFromJsonAsync($"/api/models/{Name}", ContractsJsonContext.Default.ModelSummary, Token);
        Assert.Null(model!.Version);
        Assert.DoesNotContain(model.Versions, version => version.Live);
        await api.Client.FailAsync(Requests.Raw(Photo.Bytes("cat.jpg")), ErrorCodes.ModelNotFound);
        var analysis = await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")), $"?model={Name}@1");
        Assert.Equal("1", analysis.Model.Version);
    }

    public void Dispose() => copy.Dispose();

    private static async Task<string> BestAsync(RunningService<InferenceOptions> api) =>
        (await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")))).Labels![0].Name;

    private static async Task<string> FirstLabelAsync(RunningService<InferenceOptions> api)
    {
        var list = await api.Client.GetFromJsonAsync($"/api/models/{Name}/labels?q=tench", ContractsJsonContext.Default.LabelList, Token);
        return list!.Labels[0].Name;
    }

    private Task<RunningService<InferenceOptions>> StartAsync() => ApiProcess.StartAsync(
    [
        .. AdminRequests.Settings, ("Models:Path", copy.Root), ("Inference:DefaultModel", Name), ("RateLimiting:Anonymous:PermitLimit", "1000"),
    ]);
}
