using System.Numerics;
using Vision.Decoding;
using Vision.Models.Manifests;
using Vision.Text.Geometry;

namespace Vision.Text;

/// <summary>
/// Takes parts of a picture in any direction and size, bilinearly, and writes them as a model's input: one plane a colour, in the
/// manifest's order, each sample p as (p / 255 - mean) / std. Reductions average over all that falls into a pixel.
/// </summary>
internal sealed class PictureSampler
{
    /// <summary>More samples a side of a pixel are not taken, however great the reduction is.</summary>
    private const int MostSamples = 8;

    private readonly PixelBuffer picture;
    private readonly bool isReversed;
    private readonly Vector3 scale;
    private readonly Vector3 offset;

    public PictureSampler(PixelBuffer picture, ModelPreprocessing preprocessing)
    {
        this.picture = picture;
        isReversed = preprocessing.Channels == ChannelOrder.Bgr;
        var mean = new Vector3(preprocessing.Mean[0], preprocessing.Mean[1], preprocessing.Mean[2]);
        var deviation = new Vector3(preprocessing.Std[0], preprocessing.Std[1], preprocessing.Std[2]);
        scale = Vector3.One / (byte.MaxValue * deviation);
        offset = -mean / deviation;
    }

    /// <summary>Writes one part.</summary>
    /// <param name="part">The part; beside the picture its edge goes on.</param>
    /// <param name="width">Width in pixels of the result.</param>
    /// <param name="height">Height in pixels of the result.</param>
    /// <param name="stride">Distance from one row of a plane to the next.</param>
    /// <param name="target">The three planes, of <paramref name="height"/> rows each.</param>
    public void Write(Quadrilateral part, int width, int height, int stride, Span<float> target)
    {
        var map = new PerspectiveMap(width, height, part);
        var across = SamplesFor(part.Width / width);
        var down = SamplesFor(part.Height / height);
        var plane = stride * height;
        var (red, blue) = isReversed ? (2 * plane, 0) : (0, 2 * plane);
        var average = scale / (across * down);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = Vector3.Zero;
                for (var j = 0; j < down; j++)
                {
                    for (var i = 0; i < across; i++)
                    {
                        sum += At(map.Map(x + ((i + 0.5f) / across), y + ((j + 0.5f) / down)));
                    }
                }

                var sample = (sum * average) + offset;
                var place = (y * stride) + x;
                target[red + place] = sample.X;
                target[plane + place] = sample.Y;
                target[blue + place] = sample.Z;
            }
        }
    }

    private static int SamplesFor(float reduction) => Math.Clamp((int)Math.Ceiling(reduction - 0.25f), 1, MostSamples);

    /// <summary>The colour at a place; the centre of pixel (x, y) is at (x + 0.5, y + 0.5).</summary>
    private Vector3 At(Vector2 place)
    {
        var pixels = picture.Span;
        var u = Math.Clamp(place.X - 0.5f, 0, picture.Width - 1);
        var v = Math.Clamp(place.Y - 0.5f, 0, picture.Height - 1);
        var (left, top) = ((int)u, (int)v);
        var right = Math.Min(left + 1, picture.Width - 1);
        var bottom = Math.Min(top + 1, picture.Height - 1);
        var upper = Vector3.Lerp(Pixel(pixels, left, top), Pixel(pixels, right, top), u - left);
        var lower = Vector3.Lerp(Pixel(pixels, left, bottom), Pixel(pixels, right, bottom), u - left);
        return Vector3.Lerp(upper, lower, v - top);
    }

    private Vector3 Pixel(ReadOnlySpan<byte> pixels, int x, int y)
    {
        var place = pixels.Slice(((y * picture.Width) + x) * PixelBuffer.Channels, PixelBuffer.Channels);
        return new Vector3(place[0], place[1], place[2]);
    }
}
