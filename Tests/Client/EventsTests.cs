using Client;
using Contracts;
using Tests.Api;
using Tests.Fixtures;
using Xunit;

namespace Tests.Client;

/// <summary>One analysis step by step by the typed client.</summary>
[Collection<SharedApi>]
public sealed class EventsTests(ApiFixture api)
{
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    private readonly ImageClient images = new(api.Client);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Analyze_events_tell_each_step_and_then_the_analysis()
    {
        var call = new CallOptions { Cache = CacheUse.Refresh };
        var options = new AnalysisOptions { Features = Features.Labels, Top = 3 };
        var updates = await images.AnalyzeEventsAsync(Cat, options, call, Cancellation).ToListAsync(Cancellation);
        var accepted = Assert.IsType<AnalysisAccepted>(updates[0]);
        Assert.Equal((Vision.ImageDigest.Of(Cat), "jpeg"), (accepted.Digest, accepted.Image.Format));
        Assert.Equal(["queue", "labels"], updates.OfType<AnalysisProgress>().Select(progress => progress.Stage));
        var feature = updates.OfType<AnalysisFeature>().Single();
        Assert.Equal(("labels", 3), (feature.Feature, feature.Data.GetProperty("labels").GetArrayLength()));
        var completed = Assert.IsType<AnalysisCompleted>(updates[^1]);
        Assert.Equal((accepted.Digest, 3), (completed.Analysis.Digest, completed.Analysis.Labels!.Count));
    }

    [Fact]
    public async Task Analyze_events_of_work_that_fails_end_with_its_problem()
    {
        var told = new List<AnalysisUpdate>();
        await Refusals.FailAsync(ErrorCodes.InvalidImage, async () =>
        {
            await foreach (var update in images.AnalyzeEventsAsync(PngFile.WithSize(50, 50), cancellationToken: Cancellation))
            {
                told.Add(update);
            }
        });
        Assert.IsType<AnalysisAccepted>(told[0]);
    }

    [Fact]
    public async Task Analyze_events_of_what_is_no_image_are_refused_at_once() =>
        await Refusals.FailAsync(
            ErrorCodes.InvalidImage,
            async () => await images.AnalyzeEventsAsync("no image"u8.ToArray(), cancellationToken: Cancellation).AnyAsync(Cancellation));
}
