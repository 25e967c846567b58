namespace Vision.Decoding.Resizing;

/// <summary>A filter that is widened for a reduction.</summary>
/// <param name="Kernel">Its shape.</param>
/// <param name="Width">How much wider than for a line that keeps its length.</param>
internal readonly record struct ResampleFilter(ResizeKernel Kernel, double Width)
{
    /// <summary>The parameter of the cubic convolution (Keys 1981, equation 15): its sharpness.</summary>
    private const double Sharpness = -0.5;

    /// <summary>How far from its centre it is not zero, in samples.</summary>
    public double Support => Width * (Kernel == ResizeKernel.Bilinear ? 1 : 2);

    /// <summary>Its value at a distance from its centre, in samples; not normalised.</summary>
    public double At(double distance)
    {
        var x = Math.Abs(distance) / Width;
        return Kernel == ResizeKernel.Bilinear ? Math.Max(0, 1 - x) : Cubic(x);
    }

    private static double Cubic(double x) => x switch
    {
        < 1 => ((((Sharpness + 2) * x) - (Sharpness + 3)) * x * x) + 1,
        < 2 => Sharpness * (((((x - 5) * x) + 8) * x) - 4),
        _ => 0,
    };
}
