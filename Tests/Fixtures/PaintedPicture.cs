using System.Globalization;
using NetVips;

namespace Tests.Fixtures;

/// <summary>Pictures of known colours, without loss.</summary>
internal static class PaintedPicture
{
    public static byte[] Flat(int width, int height, string color)
    {
        using var picture = Paint(width, height, color);
        return picture.PngsaveBuffer(compression: 1);
    }

    /// <summary>Stripes beside each other, from left to right.</summary>
    public static byte[] Stripes(int height, params (string Color, int Width)[] stripes)
    {
        using var picture = stripes.Select(stripe => Paint(stripe.Width, height, stripe.Color))
            .Aggregate(static (left, right) => left.Join(right, Enums.Direction.Horizontal));
        return picture.PngsaveBuffer(compression: 1);
    }

    /// <summary>A flat picture with single pixels of other colours strewn over it.</summary>
    public static byte[] Speckled(int width, int height, string color, int specks)
    {
        var random = new Random(7);
        using var ground = Paint(width, height, color);
        using var strewn = ground.Mutate(picture =>
        {
            for (var i = 0; i < specks; i++)
            {
                picture.DrawRect(
                    [random.Next(256), random.Next(256), random.Next(256)], random.Next(width), random.Next(height), 1, 1, fill: true);
            }
        });
        return strewn.PngsaveBuffer(compression: 1);
    }

    private static Image Paint(int width, int height, string color)
    {
        using var black = Image.Black(width, height, bands: 3);
        using var painted = black + Samples(color);
        using var bytes = painted.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static double[] Samples(string color) =>
        [.. Enumerable.Range(0, 3).Select(i => (double)int.Parse(color.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
