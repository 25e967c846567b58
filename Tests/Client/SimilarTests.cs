using Client;
using Contracts;
using Tests.Api;
using Tests.Fixtures;
using Xunit;

namespace Tests.Client;

/// <summary>Similar images by the typed client.</summary>
[Collection<SharedApi>]
public sealed class SimilarTests(ApiFixture api)
{
    private readonly ImageClient images = new(api.Client);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_similar_gives_what_was_analysed_with_its_embedding()
    {
        var options = new AnalysisOptions { Features = Features.Embedding };
        var analysis = await images.AnalyzeAsync(Photo.Bytes("rocket.jpg"), options, cancellationToken: Cancellation);
        await images.AnalyzeAsync(Photo.Reduced("rocket.jpg", 0.8), options, cancellationToken: Cancellation);
        var found = await images.FindSimilarAsync(analysis.Digest, count: 1, analysis.Model.Name, Cancellation);
        Assert.Equal(analysis.Digest, found.Digest);
        Assert.InRange(Assert.Single(found.Similar).Similarity, 0.8, 1);
        await Refusals.FailAsync(ErrorCodes.InvalidRequest, () => images.FindSimilarAsync(analysis.Digest, 0, cancellationToken: Cancellation));
    }
}
