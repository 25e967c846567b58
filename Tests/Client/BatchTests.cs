using Client;
using Contracts;
using Tests.Api;
using Tests.Fixtures;
using Xunit;

namespace Tests.Client;

/// <summary>Several images by the typed client.</summary>
[Collection<SharedApi>]
public sealed class BatchTests(ApiFixture api)
{
    private readonly ImageClient images = new(api.Client);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Analyze_batch_of_every_kind_of_image_gives_each_its_own_answer()
    {
        using var coffee = new MemoryStream(Photo.Bytes("coffee.jpg"));
        ImageInput[] batch = [Photo.Bytes("cat.jpg"), "no image"u8.ToArray(), coffee, ImageInput.FromUpload("\"none\""), Array.Empty<byte>()];
        var answer = await images.AnalyzeBatchAsync(batch, new AnalysisOptions { Top = 1 }, cancellationToken: Cancellation);
        Assert.Equal([0, 1, 2, 3, 4], answer.Results.Select(item => item.Index));
        Assert.Equal(
            [null, ErrorCodes.InvalidImage.Code, null, ErrorCodes.UploadNotFound.Code, ErrorCodes.InvalidImage.Code],
            answer.Results.Select(item => item.Problem?.Code));
        Assert.Equal("Egyptian cat", answer.Results[0].Analysis!.Labels!.Single().Name);
        Assert.Equal("espresso", answer.Results[2].Analysis!.Labels!.Single().Name);
        Assert.Equal(Vision.ImageDigest.Of(Photo.Bytes("cat.jpg")), answer.Results[0].Analysis!.Digest);
    }

    [Fact]
    public async Task Analyze_batch_of_none_is_an_invalid_request()
    {
        var refusal = await Refusals.FailAsync(
            ErrorCodes.InvalidRequest, () => images.AnalyzeBatchAsync([], cancellationToken: Cancellation));
        Assert.Equal(["images"], refusal.Problem.Errors!.Keys);
    }
}
