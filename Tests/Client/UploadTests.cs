using System.Collections.Concurrent;
using Client;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Client;

/// <summary>Uploads by the typed client, over lines of every kind.</summary>
public sealed class UploadTests(UploadApi api) : IClassFixture<UploadApi>
{
    private const int ChunkBytes = 20_000;

    private static readonly byte[] Palace = Photo.Bytes("palace.jpg");

    private readonly ImageClient images = api.Images;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_gives_an_id_that_stands_for_the_image_everywhere()
    {
        var told = new Progress();
        using var photo = new MemoryStream([0, 0, .. Palace]);
        photo.Position = 2;
        var id = await images.UploadAsync(photo, new UploadOptions { ChunkBytes = ChunkBytes, Progress = told }, Cancellation);
        Assert.Equal([.. Enumerable.Range(1, Palace.Length / ChunkBytes).Select(chunk => (long)chunk * ChunkBytes), Palace.Length], told.Offsets);
        var image = ImageInput.FromUpload(id);
        var analysis = await images.AnalyzeAsync(image, cancellationToken: Cancellation);
        Assert.Equal(Vision.ImageDigest.Of(Palace), analysis.Digest);
        var batch = await images.AnalyzeBatchAsync([image, Photo.Bytes("cat.jpg")], cancellationToken: Cancellation);
        Assert.Equal(analysis.Digest, batch.Results[0].Analysis!.Digest);
        var job = await images.SubmitAsync(image, submit: new SubmitOptions { Wait = TimeSpan.FromSeconds(30) }, cancellationToken: Cancellation);
        Assert.Equal(analysis.Digest, job.Analysis!.Digest);
        var last = await images.AnalyzeEventsAsync(image, cancellationToken: Cancellation).LastAsync(Cancellation);
        Assert.Equal(analysis.Digest, Assert.IsType<AnalysisCompleted>(last).Analysis.Digest);
        await images.DeleteUploadAsync(id, Cancellation);
        await Refusals.FailAsync(ErrorCodes.UploadNotFound, () => images.AnalyzeAsync(image, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Upload_over_a_line_that_is_cut_goes_on_where_the_service_stands()
    {
        await using var line = new CuttableLine(api.Address);
        using var http = new HttpClient { BaseAddress = line.Address };
        using var photo = new MemoryStream(Palace);
        var told = new Progress();
        line.CutAfter(2 * ChunkBytes + 5000);
        var id = await UploadApi.ImagesBy(http).UploadAsync(
            photo, new UploadOptions { ChunkBytes = ChunkBytes, Progress = told }, Cancellation);
        Assert.True(line.Connections > 1);
        Assert.Contains(2L * ChunkBytes, told.Offsets);
        Assert.Equal(Palace.Length, told.Offsets.Last());
        var analysis = await images.AnalyzeAsync(ImageInput.FromUpload(id), cancellationToken: Cancellation);
        Assert.Equal(Vision.ImageDigest.Of(Palace), analysis.Digest);
    }

    [Fact]
    public async Task Continue_an_upload_of_another_process_sends_the_rest()
    {
        var id = await images.CreateUploadAsync(Palace.Length, Cancellation);
        using var photo = new MemoryStream(Palace);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var first = new Progress
        {
            OnReport = offset =>
            {
                if (offset > 0)
                {
                    leave.Cancel();
                }
            },
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            images.ContinueUploadAsync(id, photo, new UploadOptions { ChunkBytes = ChunkBytes, Progress = first }, leave.Token));
        await Refusals.FailAsync(
            ErrorCodes.UploadIncomplete, () => images.AnalyzeAsync(ImageInput.FromUpload(id), cancellationToken: Cancellation));
        var second = new Progress();
        photo.Position = 0;
        await images.ContinueUploadAsync(id, photo, new UploadOptions { Progress = second }, Cancellation);
        Assert.Equal([ChunkBytes, Palace.Length], second.Offsets);
        await images.AnalyzeAsync(ImageInput.FromUpload(id), cancellationToken: Cancellation);
    }

    [Fact]
    public async Task Upload_of_what_is_no_image_is_refused_with_its_first_piece()
    {
        using var text = new MemoryStream(new byte[100_000]);
        await Refusals.FailAsync(
            ErrorCodes.InvalidImage, () => images.UploadAsync(text, new UploadOptions { ChunkBytes = ChunkBytes }, Cancellation));
        Assert.Equal(ChunkBytes, text.Position);
    }

    [Fact]
    public async Task Upload_that_the_service_does_not_take_tells_why()
    {
        await Refusals.FailAsync(ErrorCodes.ImageTooLarge, () => images.CreateUploadAsync(long.MaxValue, Cancellation));
        using var photo = new MemoryStream(Palace);
        await Refusals.FailAsync(ErrorCodes.UploadNotFound, () => images.ContinueUploadAsync("none", photo, cancellationToken: Cancellation));
        await Refusals.FailAsync(ErrorCodes.UploadNotFound, () => images.DeleteUploadAsync("none", Cancellation));
    }

    [Fact]
    public async Task Upload_of_a_stream_that_cannot_seek_is_a_wrong_argument()
    {
        await using var once = System.IO.Pipelines.PipeReader.Create(new System.Buffers.ReadOnlySequence<byte>(Palace)).AsStream();
        await Assert.ThrowsAsync<ArgumentException>(() => images.UploadAsync(once, cancellationToken: Cancellation));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UploadOptions { ChunkBytes = 0 });
    }

    /// <summary>Takes down what is told, in order and at once, which the framework's own class does not promise.</summary>
    private sealed class Progress : IProgress<long>
    {
        public Action<long>? OnReport { get; init; }

        public ConcurrentQueue<long> Offsets { get; } = [];

        public void Report(long value)
        {
            Offsets.Enqueue(value);
            OnReport?.Invoke(value);
        }
    }
}
