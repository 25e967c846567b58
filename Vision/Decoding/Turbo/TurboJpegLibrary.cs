using System.Runtime.InteropServices;

namespace Vision.Decoding.Turbo;

/// <summary>The functions of libturbojpeg (TurboJPEG 2 API, turbojpeg.h) that are in use.</summary>
internal static partial class TurboJpegLibrary
{
    /// <summary>Red, green, blue, a byte each (TJPF_RGB).</summary>
    public const int Rgb = 0;

    /// <summary>The first thing that is wrong ends the work, instead of a picture with grey parts (TJFLAG_STOPONWARNING).</summary>
    public const int StopOnWarning = 8192;

    /// <summary>A file of thousands of scans, each over the whole picture, is refused (TJFLAG_LIMITSCANS).</summary>
    public const int LimitScans = 32768;

    private const string FileName = "libturbojpeg.so.0";

    /// <summary>Whether it is installed on this machine.</summary>
    public static bool IsPresent { get; } = NativeLibrary.TryLoad(FileName, out _);

    [LibraryImport(FileName, EntryPoint = "tjInitDecompress")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial TurboJpegHandle Create();

    [LibraryImport(FileName, EntryPoint = "tjDestroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Destroy(nint handle);

    [LibraryImport(FileName, EntryPoint = "tjDecompressHeader3")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int ReadHeader(
        TurboJpegHandle handle, ReadOnlySpan<byte> file, nuint length, out int width, out int height, out int subsampling, out TurboJpegColors colors);

    /// <summary>Decodes to exactly this size, which is that of the file or one of its reductions.</summary>
    [LibraryImport(FileName, EntryPoint = "tjDecompress2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Decode(
        TurboJpegHandle handle, ReadOnlySpan<byte> file, nuint length, Span<byte> pixels, int width, int pitch, int height, int pixelFormat, int flags);
}
