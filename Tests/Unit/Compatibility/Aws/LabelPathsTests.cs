using ApiService.Compatibility.Aws.Labels;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Unit.Compatibility.Aws;

/// <summary>The terms above the classes, as the engine's own catalogue gives them.</summary>
public sealed class LabelPathsTests
{
    [Fact]
    public async Task OfAsync_gives_the_paths_of_the_version_that_answered_and_keeps_them()
    {
        await using var engine = await RunningEngine.StartAsync([.. EngineSettings.ClassifiersAlone]);
        var paths = new LabelPaths(engine.Models);
        var small = await paths.OfAsync(new ModelReference("efficientnet-lite0", "1"), TestContext.Current.CancellationToken);
        var labels = await engine.Models.ListLabelsAsync("efficientnet-lite0", TestContext.Current.CancellationToken);
        var cat = Assert.Single(labels, static label => label.Name == "Egyptian cat");
        Assert.Equal(["feline", "cat", "domestic cat"], small[cat.Id].TakeLast(3));
        Assert.NotSame(small, await paths.OfAsync(new ModelReference("efficientnet-lite2", "1"), TestContext.Current.CancellationToken));
        Assert.Same(small, await paths.OfAsync(new ModelReference("efficientnet-lite0", "1"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task OfAsync_of_a_version_that_is_gone_gives_none()
    {
        await using var engine = await RunningEngine.StartAsync([.. EngineSettings.ClassifiersAlone]);
        Assert.Empty(await new LabelPaths(engine.Models).OfAsync(
            new ModelReference("efficientnet-lite0", "77"), TestContext.Current.CancellationToken));
    }
}
