using System.Runtime.InteropServices;

namespace Load.Engines;

/// <summary>libjpeg-turbo by itself: decodes a JPEG at a part of its size, and does nothing more.</summary>
internal sealed class TurboReference : IDisposable
{
    private const string Library = "libturbojpeg.so.0";
    private const int Channels = 3;
    private const int RedGreenBlue = 0;

    private readonly nint decompressor = InitDecompress();
    private readonly byte[] pixels;
    private readonly int width;
    private readonly int height;

    /// <param name="imageWidth">Width in pixels of the images.</param>
    /// <param name="imageHeight">Height in pixels of the images.</param>
    /// <param name="reduction">1, 2, 4 or 8: by how much each side is reduced.</param>
    public TurboReference(int imageWidth, int imageHeight, int reduction)
    {
        (width, height) = (Reduced(imageWidth, reduction), Reduced(imageHeight, reduction));
        pixels = new byte[width * height * Channels];
    }

    /// <summary>Whether the library is on this machine.</summary>
    public static bool IsThere
    {
        get
        {
            var isThere = NativeLibrary.TryLoad(Library, out var handle);
            if (isThere)
            {
                NativeLibrary.Free(handle);
            }

            return isThere;
        }
    }

    public void Decode(byte[] image)
    {
        if (Decompress(decompressor, image, (nuint)image.Length, pixels, width, pitch: 0, height, RedGreenBlue, flags: 0) != 0)
        {
            throw new InvalidOperationException("libjpeg-turbo could not decode the image.");
        }
    }

    public void Dispose() => _ = Destroy(decompressor);

    private static int Reduced(int side, int reduction) => (side + reduction - 1) / reduction;

    [DllImport(Library, EntryPoint = "tjInitDecompress")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint InitDecompress();

    [DllImport(Library, EntryPoint = "tjDecompress2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Decompress(
        nint handle, byte[] image, nuint imageBytes, byte[] pixels, int width, int pitch, int height, int pixelFormat, int flags);

    [DllImport(Library, EntryPoint = "tjDestroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Destroy(nint handle);
}
