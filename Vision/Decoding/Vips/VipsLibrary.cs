using System.Runtime.InteropServices;
using NetVips;

namespace Vision.Decoding.Vips;

/// <summary>Settings of libvips that hold for the whole process, made once before its first image.</summary>
internal static class VipsLibrary
{
    /// <summary>The loaders that may see a stranger's bytes; every other one is blocked.</summary>
    private static readonly string[] AllowedLoaders =
        ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif"];

    private static readonly Lazy<bool> Configured = new(ApplySettings);

    /// <summary>The bytes that the library holds for pixels of images that are being decoded.</summary>
    public static long TrackedBytes => (long)GetTrackedBytes();

    /// <summary>
    /// Blocks the rare loaders, and turns off the cache and the threads of the library. The first call does it, and no other: while
    /// the loaders are set, an image that another thread decodes would find none.
    /// </summary>
    public static void Configure() => _ = Configured.Value;

    private static bool ApplySettings()
    {
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in AllowedLoaders)
        {
            Operation.Block(loader, false);
        }

        // No operation runs twice on the same image, so its cache would only hold memory. The workers of the admission queue
        // are the parallelism: threads inside one decode cost more than the pixels at these sizes.
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;

        // A bad image makes the library write dozens of warnings to the console; its caller gets the error as a problem.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, static (_, _, _) => { });
        return true;
    }

    // NetVips has no member for this one.
    [DllImport("libvips.so.42", EntryPoint = "vips_tracked_get_mem")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nuint GetTrackedBytes();
}
