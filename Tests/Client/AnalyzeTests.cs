using System.IO.Pipelines;
using Client;
using Contracts;
using Tests.Api;
using Tests.Fixtures;
using Vision;
using Xunit;

namespace Tests.Client;

/// <summary>One image by the typed client.</summary>
[Collection<SharedApi>]
public sealed class AnalyzeTests(ApiFixture api)
{
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    private readonly ImageClient images = new(api.Client);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Analyze_of_bytes_and_of_streams_gives_the_same_analysis()
    {
        var expected = await api.Client.AnalyzeAsync(Requests.Raw(Cat));
        using var seekable = new MemoryStream(Cat);
        var once = PipeReader.Create(new System.Buffers.ReadOnlySequence<byte>(Cat)).AsStream();
        foreach (var image in new ImageInput[] { Cat, seekable, once, ImageInput.FromBytes(Cat.AsMemory()) })
        {
            var analysis = await images.AnalyzeAsync(image, cancellationToken: Cancellation);
            Assert.Equal(expected.Digest, analysis.Digest);
            Assert.Equal(expected.Labels, analysis.Labels);
        }

        Assert.True(seekable.CanRead);
    }

    [Fact]
    public async Task Analyze_with_options_sends_them_all()
    {
        var options = new AnalysisOptions
        {
            Features = Features.Labels | Features.Caption,
            Top = 3,
            MinConfidence = 0.05f,
            Model = "efficientnet-lite0@1",
            Equalize = Equalization.Global,
            TextDetail = TextDetail.Words,
        };
        var analysis = await images.AnalyzeAsync(Cat, options, cancellationToken: Cancellation);
        Assert.Equal(new ModelReference("efficientnet-lite0", "1"), analysis.Model);
        Assert.InRange(analysis.Labels!.Count, 1, 3);
        Assert.All(analysis.Labels, label => Assert.True(label.Confidence >= 0.05f));
        Assert.NotEmpty(analysis.Caption!.Text);
    }

    [Theory]
    [InlineData(CacheUse.Full, CacheUse.Full, "analysis; hit")]
    [InlineData(CacheUse.Full, CacheUse.Refresh, "analysis; fwd=miss")]
    [InlineData(CacheUse.None, CacheUse.Full, "analysis; fwd=miss")]
    public async Task Analyze_twice_uses_the_caches_as_told(CacheUse first, CacheUse second, string expected)
    {
        var options = new AnalysisOptions { Top = 20 + (3 * (int)first) + (int)second };
        await images.AnalyzeAsync(Cat, options, new CallOptions { Cache = first }, Cancellation);
        var status = string.Empty;
        var call = new CallOptions { Cache = second, OnHeaders = headers => status = headers.GetValues("Cache-Status").Single() };
        await images.AnalyzeAsync(Cat, options, call, Cancellation);
        Assert.StartsWith(expected, status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_result_gives_null_before_the_analysis_and_then_the_same()
    {
        var options = new AnalysisOptions { Top = 41 };
        Assert.Null(await images.FindResultAsync(ImageDigest.Of(Cat), options, cancellationToken: Cancellation));
        var analysis = await images.AnalyzeAsync(Cat, options, cancellationToken: Cancellation);
        string? tag = null;
        var call = new CallOptions { OnHeaders = headers => tag = headers.ETag?.Tag };
        var found = await images.FindResultAsync(analysis.Digest, options, call, Cancellation);
        Assert.Equal(analysis.Labels, found!.Labels);
        Assert.NotNull(tag);
    }

    [Fact]
    public async Task Analyze_of_what_is_no_image_tells_why()
    {
        var refusal = await Refusals.FailAsync(
            ErrorCodes.InvalidImage, () => images.AnalyzeAsync("no image"u8.ToArray(), cancellationToken: Cancellation));
        Assert.Equal("Invalid image format", refusal.Problem.Title);
        Assert.Equal(refusal.Problem.Detail, refusal.Message);
        Assert.Equal(32, refusal.Problem.TraceId!.Length);
        Assert.Null(refusal.RetryAfter);
    }

    [Fact]
    public async Task Analyze_with_a_wrong_option_names_it()
    {
        var refusal = await Refusals.FailAsync(
            ErrorCodes.InvalidRequest, () => images.AnalyzeAsync(Cat, new AnalysisOptions { Top = 0 }, cancellationToken: Cancellation));
        Assert.Equal(["top"], refusal.Problem.Errors!.Keys);
    }

    [Fact]
    public async Task Analyze_of_far_too_many_bytes_is_refused_before_they_are_sent()
    {
        using var huge = new MemoryStream(new byte[64 * 1024 * 1024]);
        await Refusals.FailAsync(ErrorCodes.ImageTooLarge, () => images.AnalyzeAsync(huge, cancellationToken: Cancellation));
        Assert.Equal(0, huge.Position);
    }

    [Fact]
    public async Task Analyze_of_an_upload_that_is_none_is_upload_not_found() =>
        await Refusals.FailAsync(
            ErrorCodes.UploadNotFound, () => images.AnalyzeAsync(ImageInput.FromUpload("none"), cancellationToken: Cancellation));

    [Fact]
    public async Task Analyze_with_an_unknown_key_is_key_required() =>
        await Refusals.FailAsync(
            ErrorCodes.KeyRequired, () => new ImageClient(api.Client, "no key").AnalyzeAsync(Cat, cancellationToken: Cancellation));
}
