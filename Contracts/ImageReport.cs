namespace Contracts;

/// <summary>What the header of an image file says.</summary>
public sealed record ImageReport
{
    /// <summary><c>jpeg</c>, <c>png</c>, <c>webp</c> or <c>gif</c>, told by the content.</summary>
    public required string Format { get; init; }

    /// <summary>Width in pixels of the upright image, after its EXIF orientation is applied.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels of the upright image, after its EXIF orientation is applied.</summary>
    public required int Height { get; init; }

    /// <summary>Size of the encoded file in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>The EXIF orientation, 1 to 8; 1 where none or an invalid one is given.</summary>
    public required int Orientation { get; init; }

    /// <summary>Number of frames; only the first is analysed.</summary>
    public required int Frames { get; init; }

    /// <summary>Whether the image can hold transparency, which is flattened on white.</summary>
    public required bool HasAlpha { get; init; }

    /// <summary>What was done to the image that its sender may not expect; see <see cref="ImageWarnings"/>.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
