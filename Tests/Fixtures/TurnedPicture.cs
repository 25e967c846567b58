using NetVips;

namespace Tests.Fixtures;

/// <summary>An upright picture as a camera that was held otherwise stores it: turned, with the orientation that says so.</summary>
internal static class TurnedPicture
{
    public static byte[] Png(byte[] upright, int orientation)
    {
        using var picture = Image.NewFromBuffer(upright);
        using var stored = Stored(picture, orientation);
        return stored.PngsaveBuffer(compression: 1);
    }

    public static byte[] Jpeg(Image upright, int orientation)
    {
        using var stored = Stored(upright, orientation);
        return stored.JpegsaveBuffer(q: 95);
    }

    /// <summary>The pixels that a viewer turns into the upright picture.</summary>
    private static Image Stored(Image upright, int orientation)
    {
        using var turned = orientation switch
        {
            2 => upright.FlipHor(),
            3 => upright.Rot180(),
            4 => upright.FlipVer(),
            5 => upright.Rot90().FlipHor(),
            6 => upright.Rot270(),
            7 => upright.Rot270().FlipHor(),
            8 => upright.Rot90(),
            _ => upright.Copy(),
        };
        return turned.Mutate(image => image.Set(GValue.GIntType, "orientation", orientation));
    }
}
