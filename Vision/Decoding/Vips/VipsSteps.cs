using Contracts;
using NetVips;
using Vision.Decoding.Profiles;

namespace Vision.Decoding.Vips;

/// <summary>A chain of libvips operations. Each step replaces <see cref="Current"/>; all are released together.</summary>
internal sealed class VipsSteps(Image first) : IDisposable
{
    private readonly List<Image> owned = [first];

    public Image Current => owned[^1];

    public void FlattenOnWhite()
    {
        if (Current.HasAlpha())
        {
            var white = Current.Format == Enums.BandFormat.Ushort ? ushort.MaxValue : byte.MaxValue;
            Add(Current.Flatten(background: [white]));
        }
    }

    /// <summary>Takes off a profile that is computed on the few pixels of the result instead; null if it has to be left to the library.</summary>
    public MatrixProfile? TakeMatrixProfile()
    {
        var isPlain = (Current.Interpretation, Current.Bands, Current.Format) == (Enums.Interpretation.Srgb, PixelBuffer.Channels, Enums.BandFormat.Uchar);
        var profile = isPlain && Current.Contains(ColorProfile.Field) ? MatrixProfile.Read((byte[])Current.Get(ColorProfile.Field)) : null;
        if (profile is not null)
        {
            RemoveProfile();
        }

        return profile;
    }

    /// <summary>
    /// Leaves about twice the pixels that are needed on each side: equalisation costs per pixel of its input, and most pixels of
    /// a large image would not be seen in the result.
    /// </summary>
    public void Shrink(PixelRequest request)
    {
        var crop = CropRectangle.Of(Current.Width, Current.Height, request.Crop, request.CropFraction);
        var factor = (int)Math.Min(crop.Width / (2.0 * request.Width), crop.Height / (2.0 * request.Height));
        if (factor > 1)
        {
            Add(Current.Shrink(factor, factor));
        }
    }

    public void CropAndResize(PixelRequest request)
    {
        var crop = CropRectangle.Of(Current.Width, Current.Height, request.Crop, request.CropFraction);
        if (crop != new CropRectangle(0, 0, Current.Width, Current.Height))
        {
            Add(Current.Crop(crop.Left, crop.Top, crop.Width, crop.Height));
        }

        var kernel = request.Kernel == ResizeKernel.Bilinear ? Enums.Kernel.Linear : Enums.Kernel.Cubic;
        var (across, down) = (request.Width / (double)crop.Width, request.Height / (double)crop.Height);
        Add(Current.Resize(Math.Min(1, across), kernel: kernel, vscale: Math.Min(1, down)));
        if (across > 1 || down > 1)
        {
            Enlarge(request, Math.Max(1, across), Math.Max(1, down));
        }
    }

    /// <summary>One conversion to 8-bit sRGB from grey, 16 bits, CMYK or the image's own profile.</summary>
    public void ConvertToSrgb()
    {
        if (Current.Contains(ColorProfile.Field))
        {
            ApplyProfile();
        }

        if (Current.Interpretation != Enums.Interpretation.Srgb || Current.Bands != PixelBuffer.Channels)
        {
            Add(Current.Colourspace(Enums.Interpretation.Srgb));
        }

        if (Current.Format != Enums.BandFormat.Uchar)
        {
            Add(Current.Cast(Enums.BandFormat.Uchar));
        }
    }

    public void Equalize(Equalization equalization) => owned.AddRange(VipsEqualization.Apply(Current, equalization));

    public void Dispose()
    {
        for (var i = owned.Count - 1; i >= 0; i--)
        {
            owned[i].Dispose();
        }
    }

    // Between the centres of pixels. The library's own resize enlarges between their corners, which moves the picture by half a
    // pixel, and does so in both directions where only one is enlarged.
    private void Enlarge(PixelRequest request, double across, double down)
    {
        using var interpolation = Interpolate.NewFromName(request.Kernel == ResizeKernel.Bilinear ? "bilinear" : "bicubic");
        Add(Current.Affine(
            [across, 0, 0, down],
            interpolate: interpolation,
            oarea: [0, 0, request.Width, request.Height],
            idx: 0.5,
            idy: 0.5,
            odx: -0.5,
            ody: -0.5,
            extend: Enums.Extend.Copy));
    }

    // A profile that does not fit its image is common in the wild and no reason to refuse the picture.
    private void ApplyProfile()
    {
        try
        {
            Add(Current.IccTransform("srgb", embedded: true, depth: 8));
        }
        catch (VipsException)
        {
            // What the samples mean stays unknown; they are taken for sRGB.
        }

        RemoveProfile();
    }

    private void RemoveProfile() => Add(Current.Mutate(static image => image.Remove(ColorProfile.Field)));

    private void Add(Image next) => owned.Add(next);
}
