namespace Vision.Probing;

/// <summary>What is read of EXIF.</summary>
/// <param name="Orientation">How the picture must be turned, 1 to 8; 1 where that is missing or invalid.</param>
/// <param name="HasLocation">Whether it points to a place on the Earth. The place itself is not read.</param>
internal readonly record struct ExifFacts(int Orientation, bool HasLocation)
{
    /// <summary>The facts of an image without EXIF.</summary>
    public static readonly ExifFacts None = new(Orientation: 1, HasLocation: false);
}
