using Contracts;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Probing;

/// <summary>What it means that a file is refused.</summary>
internal static class Refusal
{
    public static void IsInvalid(byte[] file) => Is(ErrorCodes.InvalidImage, file);

    public static void Is(ErrorCode code, byte[] file)
    {
        var problem = Assert.Throws<ProblemException>(() => ImageProbe.Read(file));
        Assert.Equal(code, problem.Code);
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>Reads a file that may be broken; any exception but a problem of the image fails the test.</summary>
    public static ImageHeader? ReadOrRefuse(ReadOnlySpan<byte> file)
    {
        try
        {
            return ImageProbe.Read(file);
        }
        catch (ProblemException problem) when (problem.Code == ErrorCodes.InvalidImage || problem.Code == ErrorCodes.ImageDimensions)
        {
            return null;
        }
    }
}
