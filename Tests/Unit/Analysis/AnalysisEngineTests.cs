using Contracts;
using Tests.Fixtures;
using Vision;
using Xunit;

namespace Tests.Unit.Analysis;

public sealed class AnalysisEngineTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task AnalyzeAsync_of_the_same_image_gives_the_same_analysis()
    {
        var (first, second) = (await AnalyzeAsync(new AnalysisOptions()), await AnalyzeAsync(new AnalysisOptions()));
        Assert.Equal(first.Analysis.Labels, second.Analysis.Labels);
        Assert.Equal(first.Analysis.Concepts, second.Analysis.Concepts);
    }

    [Fact]
    public async Task AnalyzeAsync_of_a_cat_knows_the_broader_concepts()
    {
        var outcome = await AnalyzeAsync(new AnalysisOptions());
        var concepts = outcome.Analysis.Concepts!;
        Assert.Equal("domestic cat", concepts[0].Name);
        Assert.All(concepts, concept => Assert.InRange(concept.Confidence, 0.5f, 1f));
        Assert.Equal(["queue", "decode", "labels"], outcome.Timings.Select(timing => timing.Stage));
    }

    [Fact]
    public async Task AnalyzeAsync_with_a_minimum_leaves_out_unlikely_labels()
    {
        var outcome = await AnalyzeAsync(new AnalysisOptions { Top = 100, MinConfidence = 0.1f });
        Assert.NotEmpty(outcome.Analysis.Labels!);
        Assert.All(outcome.Analysis.Labels!, label => Assert.True(label.Confidence >= 0.1f));
    }

    [Theory]
    [InlineData("efficientnet-lite0@1", "efficientnet-lite0", "1")]
    [InlineData("efficientnet-lite0", "efficientnet-lite0", "1")]
    public async Task AnalyzeAsync_with_a_model_reference_says_which_version_answered(string reference, string name, string version)
    {
        var outcome = await AnalyzeAsync(new AnalysisOptions { Model = reference });
        Assert.Equal(new ModelReference(name, version), outcome.Analysis.Model);
    }

    [Theory]
    [InlineData("no-such-model")]
    [InlineData("efficientnet-lite0@2")]
    [InlineData("efficientnet-lite0@")]
    [InlineData("@1")]
    public async Task AnalyzeAsync_with_an_unknown_model_is_model_not_found(string reference)
    {
        var problem = await Assert.ThrowsAsync<ProblemException>(() => AnalyzeAsync(new AnalysisOptions { Model = reference }));
        Assert.Equal(ErrorCodes.ModelNotFound, problem.Code);
    }

    private Task<AnalysisOutcome> AnalyzeAsync(AnalysisOptions options) =>
        engine.Analyzer.AnalyzeAsync(Photo.Load("cat.jpg"), options, progress: null, TestContext.Current.CancellationToken);
}
