using System.Diagnostics;
using Contracts;
using Tests.Fixtures;
using Vision.Decoding;
using Xunit;

namespace Tests.Unit.Fuzzing;

/// <summary>One file on its way through probe and decoder, as the engine would take it.</summary>
internal sealed class DecodingCase(IImageDecoder decoder, string evidence)
{
    private const int Attempts = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly ErrorCode[] Allowed = [ErrorCodes.InvalidImage, ErrorCodes.ImageDimensions, ErrorCodes.ImageTooLarge];

    private static readonly PixelRequest Classifier =
        new(224, 224, CropRule.CenterSquare, 0.875, ResizeKernel.Bicubic, Equalization.None);

    /// <summary>Runs it. The bytes stay at the path of the evidence if it fails, and also if it takes the process with it.</summary>
    /// <returns>Whether there were pixels.</returns>
    public bool Run(byte[] file, string name)
    {
        File.WriteAllBytes(evidence, file);
        var (hasPixels, failure, taken) = Measure(file);

        // On a busy machine anything may take long, once. A file that is a bomb takes long each time.
        for (var again = 1; again < Attempts && failure is null && taken > Patience; again++)
        {
            (hasPixels, failure, taken) = Measure(file);
        }

        if (failure is not null || taken > Patience)
        {
            Assert.Fail($"{name} took {taken.TotalMilliseconds:N0} ms; its bytes are in {evidence}. {failure}");
        }

        File.Delete(evidence);
        return hasPixels;
    }

    private (bool HasPixels, Exception? Failure, TimeSpan Taken) Measure(byte[] file)
    {
        var started = Stopwatch.GetTimestamp();
        var (hasPixels, failure) = Decode(file);
        return (hasPixels, failure, Stopwatch.GetElapsedTime(started));
    }

    private (bool HasPixels, Exception? Failure) Decode(byte[] file)
    {
        try
        {
            using var pixels = decoder.Decode(Photo.Encoded(file), Classifier);
            return (true, null);
        }
        catch (ProblemException problem) when (Allowed.Contains(problem.Code))
        {
            return (false, null);
        }
#pragma warning disable CA1031 // Any other exception is what is looked for here.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (false, exception);
        }
    }
}
