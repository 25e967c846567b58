using System.Runtime.InteropServices;

namespace Vision.Decoding.Turbo;

/// <summary>A decompressor of libturbojpeg.</summary>
internal sealed class TurboJpegHandle() : SafeHandle(invalidHandleValue: 0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => TurboJpegLibrary.Destroy(handle) == 0;
}
