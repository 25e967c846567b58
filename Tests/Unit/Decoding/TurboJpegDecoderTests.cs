using Contracts;
using Tests.Fixtures;
using Vision;
using Vision.Decoding;
using Vision.Decoding.Profiles;
using Vision.Decoding.Turbo;
using Vision.Decoding.Vips;
using Xunit;

namespace Tests.Unit.Decoding;

public sealed class TurboJpegDecoderTests
{
    private static readonly PixelRequest Classifier =
        new(224, 224, CropRule.CenterSquare, 0.875, ResizeKernel.Bicubic, Equalization.None);

    private static readonly VipsImageDecoder Vips = new();

    [Fact]
    public void Best_is_the_one_on_libturbojpeg_where_that_is_installed()
    {
        Assert.True(TurboJpegDecoder.IsSupported, "libturbojpeg.so.0 is missing: apt-get install libturbojpeg0");
        Assert.IsType<TurboJpegDecoder>(ImageDecoders.Available().First(static decoder => decoder is TurboJpegDecoder or VipsImageDecoder));
    }

    [Fact]
    public void Decode_of_ordinary_files_asks_no_other_decoder()
    {
        AssertDecodedBy(Photo.Encoded(EncodedPicture.Jpeg()), Classifier, asksOther: false);
        AssertDecodedBy(Photo.Encoded(EncodedPicture.Jpeg(isProgressive: true)), Classifier, asksOther: false);
        AssertDecodedBy(Photo.Encoded(EncodedPicture.GreyJpeg()), Classifier, asksOther: false);
        AssertDecodedBy(Photo.Load("cat.jpg"), Classifier, asksOther: false);
        AssertDecodedBy(Photo.Load("rocket.jpg"), Classifier, asksOther: false);
        AssertDecodedBy(Photo.Encoded(EncodedPicture.LargeJpegTwice().Turned), Classifier, asksOther: false);
    }

    [Fact]
    public void Decode_of_what_is_not_ordinary_asks_the_other_decoder()
    {
        AssertDecodedBy(Photo.Encoded(EncodedPicture.Png()), Classifier, asksOther: true);
        AssertDecodedBy(Photo.Encoded(EncodedPicture.CmykJpeg()), Classifier, asksOther: true);
        AssertDecodedBy(
            Photo.Encoded(JpegFile.WithSegments(EncodedPicture.GreyJpeg(), JpegFile.ProfilePiece(1, 1, [0]))), Classifier, asksOther: true);
        AssertDecodedBy(Photo.Load("cat.jpg"), Classifier with { Equalize = Equalization.Global }, asksOther: true);
    }

    [Theory]
    [InlineData("palace.jpg")]
    [InlineData("rocket.jpg")]
    public void Decode_of_a_profile_gives_the_colors_of_the_other_decoder(string photo)
    {
        using var pixels = new TurboJpegDecoder(Vips).Decode(Photo.Load(photo), Classifier);
        using var expected = Vips.Decode(Photo.Load(photo), Classifier);
        Assert.InRange(pixels.Span.ToArray().Zip(expected.Span.ToArray(), static (a, b) => Math.Abs(a - b)).Average(), 0, 0.5);
    }

    [Theory]
    [InlineData(new[] { 1, 2 }, new[] { 2, 2 }, false)]
    [InlineData(new[] { 2, 1 }, new[] { 2, 2 }, true)]
    [InlineData(new[] { 1, 1 }, new[] { 2, 2 }, true)]
    [InlineData(new[] { 1, 2 }, new[] { 3, 3 }, true)]
    [InlineData(new[] { 1, 2 }, new[] { 2, 3 }, true)]
    public void Decode_of_pieces_of_a_profile_that_are_not_in_turn_asks_the_other_decoder(int[] numbers, int[] counts, bool asksOther)
    {
        var profile = ProfileOf("rocket.jpg").Chunk(400).ToArray();
        var pieces = numbers.Select((number, index) => JpegFile.ProfilePiece(number, counts[index], profile[index]));
        var file = JpegFile.WithSegments(EncodedPicture.Jpeg(), [.. pieces.SelectMany(static piece => piece)]);
        AssertDecodedBy(Photo.Encoded(file), Classifier, asksOther);
    }

    [Fact]
    public void Decode_of_a_file_with_any_fault_leaves_the_verdict_to_the_other_decoder()
    {
        // Cut in the middle of its scan, with the end put behind it: the half that is there would be half a picture.
        var file = Photo.Bytes("cat.jpg");
        byte[] cut = [.. file[..(file.Length / 2)], 0xFF, 0xD9];
        AssertDecodedBy(Photo.Encoded(cut), Classifier, asksOther: true);
    }

    [Fact]
    public void Decode_of_a_long_and_narrow_picture_takes_no_memory_for_all_of_it()
    {
        using var strip = NetVips.Image.Black(16_000, 800);
        var file = Photo.Encoded(strip.JpegsaveBuffer());
        AssertDecodedBy(file, Classifier with { Crop = CropRule.None }, asksOther: true);
    }

    private static byte[] ProfileOf(string photo)
    {
        using var image = NetVips.Image.NewFromBuffer(Photo.Bytes(photo));
        return (byte[])image.Get(ColorProfile.Field);
    }

    private static void AssertDecodedBy(EncodedImage image, PixelRequest request, bool asksOther)
    {
        var other = new WatchedDecoder(Vips);
        try
        {
            new TurboJpegDecoder(other).Decode(image, request).Dispose();
        }
        catch (ProblemException problem)
        {
            Assert.Equal(ErrorCodes.InvalidImage, problem.Code);
        }

        Assert.Equal(asksOther ? 1 : 0, other.Calls);
    }
}
