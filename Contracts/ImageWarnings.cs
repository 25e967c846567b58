namespace Contracts;

/// <summary>The values of <see cref="ImageReport.Warnings"/>.</summary>
public static class ImageWarnings
{
    /// <summary>The file has several frames and only the first was analysed.</summary>
    public const string Animated = "animated";

    /// <summary>The image can hold transparency and was flattened on white.</summary>
    public const string TransparencyFlattened = "transparency_flattened";
}
