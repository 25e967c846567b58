using Contracts;
using Microsoft.Extensions.Options;
using Tests.Fixtures;
using Xunit;

namespace Tests.Unit.Analysis;

public sealed class FeatureSwitchTests
{
    private const Features Switched = Features.Objects | Features.Faces | Features.Moderation;

    [Fact]
    public async Task AnalyzeAsync_with_features_switched_off_loads_no_models_for_them_and_says_so()
    {
        await using var engine = await RunningEngine.StartAsync([.. EngineSettings.ClassifiersAlone]);
        var tasks = (await engine.Models.ListAsync(TestContext.Current.CancellationToken)).Select(model => model.Task).ToList();
        Assert.Contains("classification", tasks);
        Assert.DoesNotContain(tasks, task => task is "object-detection" or "face-detection" or "moderation");

        var analysis = await engine.AnalyzeAsync(Photo.Load("portrait.jpg"), Switched | Features.Labels);
        Assert.NotEmpty(analysis.Labels!);
        Assert.Equal(
            FeatureNames.Split(Switched).Select(feature => (FeatureNames.Of(feature), "feature_unavailable")),
            analysis.Errors.Select(error => (error.Feature, error.Code)));
    }

    [Theory]
    [InlineData("Objects:Threshold", "1.1")]
    [InlineData("Objects:Maximum", "0")]
    [InlineData("Faces:Overlap", "-1")]
    [InlineData("Moderation:Threshold", "2")]
    [InlineData("Colors:Maximum", "7")]
    public async Task StartAsync_with_a_setting_out_of_range_fails(string name, string value)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningEngine.StartAsync((name, value)));
        Assert.Contains(name.Split(':')[1], failure.Message, StringComparison.Ordinal);
    }
}
