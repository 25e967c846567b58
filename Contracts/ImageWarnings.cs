namespace Contracts;

/// <summary>The values of <see cref="ImageReport.Warnings"/>.</summary>
public static class ImageWarnings
{
    /// <summary>The file has several frames and only the first was analysed.</summary>
    public const string Animated = "animated";

    /// <summary>The image can hold transparency and was flattened on white.</summary>
    public const string TransparencyFlattened = "transparency_flattened";

    /// <summary>
    /// The file says where it was taken. The server does not read the place, and neither keeps nor passes it on; whoever
    /// publishes the file does.
    /// </summary>
    public const string Location = "location";

    /// <summary>The image is so small that little can be told of it with certainty.</summary>
    public const string LowResolution = "low_resolution";
}
