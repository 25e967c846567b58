using System.Diagnostics.CodeAnalysis;
using Contracts;

namespace ApiService.Ingest;

/// <summary>The place of one image in a request: its bytes, the upload that it names, or why it is refused.</summary>
/// <param name="image">Where the bytes go.</param>
/// <param name="failsAlone">Whether the other images of the request go on when this one is refused.</param>
internal sealed class ImageSlot(ReceivedImage image, bool failsAlone) : IDisposable
{
    /// <summary>The image; whole once it has been completed.</summary>
    public ReceivedImage Image => image;

    /// <summary>The upload that holds the bytes, if they did not come with the request.</summary>
    public string? Upload { get; init; }

    /// <summary>Why the image is refused.</summary>
    public ProblemException? Problem { get; private set; }

    /// <summary>Takes bytes; once refused, it lets them pass.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (Problem is not null)
        {
            return;
        }

        try
        {
            image.Append(bytes);
        }
        catch (ProblemException problem)
        {
            Refuse(problem);
        }
    }

    /// <summary>Gives the image.</summary>
    /// <exception cref="ProblemException">Why it was refused.</exception>
    public ReceivedImage RequireImage() => Problem is null ? image : throw Problem;

    public void Complete()
    {
        if (Problem is not null)
        {
            return;
        }

        try
        {
            image.Complete();
        }
        catch (ProblemException problem)
        {
            Refuse(problem);
        }
    }

    /// <summary>Gives up this image, and with it the whole request where it is the only one.</summary>
    [SuppressMessage("Design", "CA1065", Justification = "The problem of the only image is that of the request.")]
    public void Refuse(ProblemException problem)
    {
        if (!failsAlone)
        {
            throw problem;
        }

        if (Problem is null)
        {
            Problem = problem;
            image.Dispose();
        }
    }

    public void Dispose()
    {
        if (Problem is null)
        {
            image.Dispose();
        }
    }
}
