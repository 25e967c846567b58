using Contracts;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using SixLabors.ImageSharp.Processing.Processors.Normalization;
using SixLabors.ImageSharp.Processing.Processors.Transforms;
using Vision.Probing;

namespace Vision.Decoding.ImageSharp;

/// <summary>Decodes on ImageSharp, without any native library. It is compiled with <c>-p:ImageEngine=ImageSharp</c>.</summary>
internal sealed class ImageSharpDecoder : IImageDecoder
{
    private const int TilesPerSide = 8;

    /// <summary>How steep the adaptive curve may get; bounds the noise that it lifts out of flat areas.</summary>
    private const int MaximumSlope = 3;

    /// <summary>Only these formats are ever tried. The workers of the admission queue are the parallelism.</summary>
    private static readonly Configuration AllowedFormats = new(
        new JpegConfigurationModule(), new PngConfigurationModule(), new WebpConfigurationModule(), new GifConfigurationModule())
    {
        MaxDegreeOfParallelism = 1,
    };

    public PixelBuffer Decode(EncodedImage image, PixelRequest request)
    {
        try
        {
            var options = OptionsFor(image.Header, UprightTransform.AsStored(request, image.Header));
            var found = Image.Identify(options, image.Bytes.Span);
            if ((found.Width, found.Height) != (image.Header.Width, image.Header.Height))
            {
                throw new ProblemException(ErrorCodes.InvalidImage, "The image is corrupt: it tells two sizes.");
            }

            using var picture = Image.Load<Rgba32>(options, image.Bytes.Span);
            picture.Mutate(steps => Prepare(steps, request));
            using var colors = picture.CloneAs<Rgb24>();
            var pixels = new PixelBuffer(request.Width, request.Height);
            colors.CopyPixelDataTo(pixels.Span);
            return pixels;
        }
        catch (ImageFormatException exception)
        {
            throw new ProblemException(ErrorCodes.InvalidImage, "The image is corrupt or cut off.", exception);
        }
    }

    // A JPEG file is reduced while it is decoded; the other formats cannot, and their pixels are resized once.
    private static DecoderOptions OptionsFor(ImageHeader header, PixelRequest request)
    {
        var reduction = header.Format == ImageFormat.Jpeg ? JpegReduction.For(header, request) : 1;
        return new DecoderOptions
        {
            Configuration = AllowedFormats,
            MaxFrames = 1,
            TargetSize = reduction > 1
                ? new Size(JpegReduction.Side(header.Width, reduction), JpegReduction.Side(header.Height, reduction))
                : null,
        };
    }

    private static void Prepare(IImageProcessingContext steps, PixelRequest request)
    {
        steps.AutoOrient().BackgroundColor(Color.White);
        var size = steps.GetCurrentSize();
        if (request.Equalize != Equalization.None)
        {
            // The limit is one of pixels: so many times what a level of a tile has when all have the same.
            var evenly = size.Width * size.Height / (TilesPerSide * TilesPerSide * (byte.MaxValue + 1));
            steps.HistogramEqualization(new HistogramEqualizationOptions
            {
                Method = request.Equalize == Equalization.Global
                    ? HistogramEqualizationMethod.Global
                    : HistogramEqualizationMethod.AdaptiveTileInterpolation,
                NumberOfTiles = TilesPerSide,
                ClipHistogram = request.Equalize != Equalization.Global,
                ClipLimit = Math.Max(1, MaximumSlope * evenly),
            });
        }

        var crop = CropRectangle.Of(size.Width, size.Height, request.Crop, request.CropFraction);
        IResampler sampler = request.Kernel == ResizeKernel.Bilinear ? KnownResamplers.Triangle : KnownResamplers.CatmullRom;
        steps.Crop(new Rectangle(crop.Left, crop.Top, crop.Width, crop.Height)).Resize(request.Width, request.Height, sampler);
    }
}
