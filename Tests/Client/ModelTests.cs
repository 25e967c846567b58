using Client;
using Contracts;
using Tests.Api;
using Xunit;

namespace Tests.Client;

/// <summary>Models and their labels by the typed client.</summary>
[Collection<SharedApi>]
public sealed class ModelTests(ApiFixture api)
{
    private readonly ImageClient images = new(api.Client);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_models_and_get_one_give_the_same()
    {
        var models = await images.ListModelsAsync(Cancellation);
        var standard = models.Single(model => model.Default);
        Assert.Equal(AnalysisOptions.DefaultModel, standard.Name);
        var one = await images.GetModelAsync(standard.Name, Cancellation);
        Assert.Equal(standard.Versions, one.Versions);
        await Refusals.FailAsync(ErrorCodes.ModelNotFound, () => images.GetModelAsync("none", Cancellation));
    }

    [Fact]
    public async Task List_labels_gives_all_or_those_that_hold_a_text()
    {
        Assert.Equal(1000, (await images.ListLabelsAsync(AnalysisOptions.DefaultModel, cancellationToken: Cancellation)).Count);
        var cats = await images.ListLabelsAsync(AnalysisOptions.DefaultModel, "egyptian CAT", Cancellation);
        Assert.Equal("Egyptian cat", Assert.Single(cats).Name);
        Assert.Equal(("entity", "feline", "domestic cat"), (cats[0].Path![0], cats[0].Path![^3], cats[0].Path![^1]));
        var things = await images.ListLabelsAsync("nanodet-g", cancellationToken: Cancellation);
        Assert.Equal(80, things.Count);
        Assert.All(things, static thing => Assert.Null(thing.Path));
        await Refusals.FailAsync(ErrorCodes.ModelNotFound, () => images.ListLabelsAsync("none", cancellationToken: Cancellation));
    }
}
