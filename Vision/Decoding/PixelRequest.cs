using Contracts;

namespace Vision.Decoding;

/// <summary>The pixels that a feature needs of an image.</summary>
/// <param name="Width">Width in pixels of the result.</param>
/// <param name="Height">Height in pixels of the result.</param>
/// <param name="Crop">Which part of the upright image.</param>
/// <param name="CropFraction">The share that <paramref name="Crop"/> keeps, above 0 and at most 1.</param>
/// <param name="Kernel">The resampling filter.</param>
/// <param name="Equalize">Histogram equalisation of the luminance, before the resize.</param>
public readonly record struct PixelRequest(
    int Width, int Height, CropRule Crop, double CropFraction, ResizeKernel Kernel, Equalization Equalize);
