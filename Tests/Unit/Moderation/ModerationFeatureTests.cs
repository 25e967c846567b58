using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Unit.Moderation;

public sealed class ModerationFeatureTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private const double Tolerance = 0.02;

    public static MatrixTheoryData<string, string> Photos => ExpectedAnswers.DecodedPhotosWith("open-nsfw");

    [Theory]
    [MemberData(nameof(Photos))]
    public async Task AnalyzeAsync_of_a_photo_gives_the_score_of_the_reference(string photo, string decoder)
    {
        var outcome = await engine.AnalyzerOn(decoder).AnalyzeAsync(
            Photo.Load(photo), new AnalysisOptions { Features = Features.Moderation }, progress: null, TestContext.Current.CancellationToken);
        var found = outcome.Analysis.Moderation!;
        var expected = ExpectedAnswers.Of(photo, "open-nsfw").GetDouble();
        Assert.InRange(found.Unsafe, expected - Tolerance, expected + Tolerance);
        Assert.Equal(1, found.Safe + found.Unsafe, 1e-3);
        Assert.False(found.Flagged);
    }

    [Fact]
    public async Task AnalyzeAsync_with_a_lower_threshold_flags_what_reaches_it()
    {
        await using var strict = await RunningEngine.StartAsync(
            ("Moderation:Threshold", "0.005"), ("Objects:Model", ""), ("Faces:Model", ""));
        Assert.True((await strict.AnalyzeAsync(Photo.Load("astronaut.jpg"), Features.Moderation)).Moderation!.Flagged);
        Assert.False((await strict.AnalyzeAsync(Photo.Load("cat.jpg"), Features.Moderation)).Moderation!.Flagged);
    }
}
