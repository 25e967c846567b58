using Contracts;
using Tests.Fixtures;
using Vision.Decoding;
using Vision.Decoding.Vips;
using Xunit;

namespace Tests.Unit.Decoding;

public sealed class VipsImageDecoderTests
{
    private static readonly PixelRequest Classifier =
        new(224, 224, CropRule.CenterSquare, 0.875, ResizeKernel.Bicubic, Equalization.None);

    [Fact]
    public async Task Decode_while_other_decoders_are_made_finds_its_loader()
    {
        var decoder = new VipsImageDecoder();
        var photo = Photo.Load("cat.jpg");
        using var end = new CancellationTokenSource();
        var making = Task.Run(
            () =>
            {
                while (!end.IsCancellationRequested)
                {
                    _ = new VipsImageDecoder();
                }
            },
            TestContext.Current.CancellationToken);
        try
        {
            for (var i = 0; i < 200; i++)
            {
                decoder.Decode(photo, Classifier).Dispose();
            }
        }
        finally
        {
            await end.CancelAsync();
            await making;
        }
    }
}
