using Contracts;
using Xunit;

namespace Tests.Fixtures;

/// <summary>Boxes in pixels, measured and compared.</summary>
internal static class Boxes
{
    /// <summary>Intersection over union.</summary>
    public static double Overlap(BoundingBox one, BoundingBox other)
    {
        var width = Math.Min(one.X + one.Width, other.X + other.Width) - Math.Max(one.X, other.X);
        var height = Math.Min(one.Y + one.Height, other.Y + other.Height) - Math.Max(one.Y, other.Y);
        var shared = (double)Math.Max(0, width) * Math.Max(0, height);
        return shared / (((double)one.Width * one.Height) + ((double)other.Width * other.Height) - shared);
    }

    public static void AssertInside(ImageReport image, BoundingBox box)
    {
        Assert.InRange(box.X, 0, image.Width - 1);
        Assert.InRange(box.Y, 0, image.Height - 1);
        Assert.InRange(box.Width, 1, image.Width - box.X);
        Assert.InRange(box.Height, 1, image.Height - box.Y);
    }
}
