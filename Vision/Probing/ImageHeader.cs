namespace Vision.Probing;

/// <summary>What the header of an image says, read without decoding a pixel.</summary>
/// <param name="Format">The format, told by the content.</param>
/// <param name="Width">Width in pixels as stored, before the orientation is applied.</param>
/// <param name="Height">Height in pixels as stored, before the orientation is applied.</param>
/// <param name="Frames">Number of frames, at least 1.</param>
/// <param name="Orientation">EXIF orientation, 1 to 8.</param>
/// <param name="HasAlpha">Whether the image can hold transparency.</param>
public readonly record struct ImageHeader(ImageFormat Format, int Width, int Height, int Frames, int Orientation, bool HasAlpha)
{
    /// <summary>Whether the file says where on the Earth it was taken.</summary>
    public bool HasLocation { get; init; }

    /// <summary>Whether the orientation turns the image by a quarter.</summary>
    public bool IsTurned => Orientation >= 5;

    /// <summary>Width in pixels of the upright image.</summary>
    public int UprightWidth => IsTurned ? Height : Width;

    /// <summary>Height in pixels of the upright image.</summary>
    public int UprightHeight => IsTurned ? Width : Height;
}
