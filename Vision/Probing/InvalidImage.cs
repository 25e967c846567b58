using Contracts;

namespace Vision.Probing;

/// <summary>The refusals of a file by its header, worded for whoever sent it.</summary>
internal static class InvalidImage
{
    public static ProblemException Empty() => Because("The image is empty.");

    public static ProblemException UnknownFormat() => Because("The image is not a JPEG, PNG, WebP or GIF file.");

    public static ProblemException CutOff(ImageFormat format) => Because($"The {NameOf(format)} file is cut off.");

    public static ProblemException Corrupt(ImageFormat format, string what) =>
        Because($"The {NameOf(format)} file is corrupt: {what}.");

    public static ProblemException Unsupported(ImageFormat format, string what) =>
        Because($"The {NameOf(format)} file cannot be read: {what}.");

    private static ProblemException Because(string detail) => new(ErrorCodes.InvalidImage, detail);

    private static string NameOf(ImageFormat format) => format == ImageFormat.Webp ? "WebP" : format.ToString().ToUpperInvariant();
}
