using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace WebFrontend.Status.Metrics;

/// <summary>Reads Prometheus' text format as it comes, one line in memory at a time.</summary>
internal static class MetricsText
{
    /// <summary>Some hundred times what our services write, and many times what they can: routes and models are not that many.</summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

    public const int MaximumLineBytes = 8 * 1024;

    /// <summary>Gives every sample; what is none is passed over.</summary>
    /// <exception cref="InvalidDataException">The text, or a line of it, is longer than it may be.</exception>
    public static async IAsyncEnumerable<Sample> ReadAsync(Stream text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(text, new StreamPipeReaderOptions(bufferSize: MaximumLineBytes));
        try
        {
            var left = MaximumBytes;
            var read = await reader.ReadAsync(cancellationToken);
            while (true)
            {
                var unread = read.Buffer;
                while (TryTakeLine(ref unread, read.IsCompleted, out var line))
                {
                    left -= (int)line.Length + 1;
                    if (left < 0)
                    {
                        throw new InvalidDataException($"The metrics have more than {MaximumBytes} bytes.");
                    }

                    if (SampleLine.Parse(Encoding.UTF8.GetString(line)) is { } sample)
                    {
                        yield return sample;
                    }
                }

                if (read.IsCompleted)
                {
                    yield break;
                }

                reader.AdvanceTo(unread.Start, unread.End);
                read = await reader.ReadAsync(cancellationToken);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> unread, bool isLast, out ReadOnlySequence<byte> line)
    {
        var end = unread.PositionOf((byte)'\n');
        line = unread.Slice(unread.Start, end ?? unread.End);
        if (line.Length > MaximumLineBytes)
        {
            throw new InvalidDataException($"A line of the metrics has more than {MaximumLineBytes} bytes.");
        }

        if (end is null && (!isLast || unread.IsEmpty))
        {
            return false;
        }

        unread = end is { } found ? unread.Slice(unread.GetPosition(1, found)) : unread.Slice(unread.End);
        return true;
    }
}
