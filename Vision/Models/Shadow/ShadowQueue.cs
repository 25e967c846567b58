using System.Threading.Channels;
using Contracts;
using Microsoft.Extensions.Options;
using Vision.Admission;
using Vision.Buffers;

namespace Vision.Models.Shadow;

/// <summary>
/// The few images that wait for the candidate. Nobody waits for it in turn: what does not fit, or comes while callers wait for the
/// engine, is let go.
/// </summary>
internal sealed class ShadowQueue(IOptions<ShadowOptions> options, AdmissionQueue workers)
{
    private const int Capacity = 4;

    private readonly Channel<ShadowImage> waiting = Channel.CreateBounded<ShadowImage>(Capacity);
    private readonly ShadowOptions options = options.Value;
    private long seen;

    public ChannelReader<ShadowImage> Images => waiting.Reader;

    /// <summary>Takes a copy of an image, if it is one of those that the candidate is to see and there is room.</summary>
    public void Offer(EncodedImage image, AnalysisOptions wanted, Analysis analysis)
    {
        if (options.Share == 0 || analysis.Model.Name != options.Model || analysis.Model.Version == options.Version
            || analysis.Labels is not [var best, ..] || !IsTurn() || !workers.IsIdle || waiting.Reader.Count >= Capacity)
        {
            return;
        }

        var bytes = new ImageBuffer(image.Bytes.Length);
        bytes.Append(image.Bytes.Span);
        var copy = new ShadowImage(bytes, image.Digest, image.Header, wanted, best.Id);
        if (!waiting.Writer.TryWrite(copy))
        {
            copy.Dispose();
        }
    }

    /// <summary>Spreads the share evenly: of a share of one in four every fourth.</summary>
    private bool IsTurn()
    {
        var number = Interlocked.Increment(ref seen);
        return Math.Floor(number * options.Share) > Math.Floor((number - 1) * options.Share);
    }
}
