namespace Vision.Decoding.Turbo;

/// <summary>The colours of a file (enum TJCS of turbojpeg.h).</summary>
internal enum TurboJpegColors
{
    Rgb = 0,
    LumaAndChroma = 1,
    Gray = 2,
    Cmyk = 3,
    CmykAsLumaAndChroma = 4,
}
