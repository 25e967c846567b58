using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using Contracts;
using Vision.Buffers;
using Vision.Probing;
using static Vision.Classifiers.TrainingSetFormat;

namespace Vision.Classifiers;

/// <summary>Reads examples one after the other, and takes every byte of them for hostile.</summary>
internal sealed class TrainingSetReader(Stream source, ClassifiersOptions limits)
{
    private const int PieceBytes = 16 * 1024;

    private readonly ExampleCensus census = new(limits);
    private readonly byte[] piece = new byte[PieceBytes];

    /// <summary>What has been read so far.</summary>
    public ExampleCensus Census => census;

    /// <summary>How many examples the set says it has; known once the first one is read.</summary>
    public int Announced { get; private set; }

    /// <summary>Reads the examples to the end; those that come again are left out.</summary>
    /// <exception cref="ProblemException">The set is malformed, over a limit, or too small to learn from.</exception>
    public async IAsyncEnumerable<TrainingExample> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var header = await FillAsync(HeaderBytes, cancellationToken);
        Require(header.Span.StartsWith(Magic));
        Announced = BinaryPrimitives.ReadInt32LittleEndian(header.Span[CountOffset..]);
        Require(Announced > 0 && Announced <= limits.MaximumExamples);
        for (var i = 0; i < Announced; i++)
        {
            var lengths = await FillAsync(ExampleHeaderBytes, cancellationToken);
            int labelBytes = BinaryPrimitives.ReadUInt16LittleEndian(lengths.Span);
            var imageBytes = BinaryPrimitives.ReadInt32LittleEndian(lengths.Span[sizeof(ushort)..]);
            Require(labelBytes is > 0 and <= MaximumLabelBytes && imageBytes is > 0 and <= ImageLimits.MaximumBytes);
            var label = Encoding.UTF8.GetString((await FillAsync(labelBytes, cancellationToken)).Span);
            using var buffer = new ImageBuffer(imageBytes);
            for (var left = imageBytes; left > 0;)
            {
                var read = await FillAsync(Math.Min(left, PieceBytes), cancellationToken);
                buffer.Append(read.Span);
                left -= read.Length;
            }

            var image = new EncodedImage(buffer.Memory, ImageDigest.Of(buffer.Memory.Span), ImageProbe.Read(buffer.Memory.Span));
            if (census.Add(label, image))
            {
                yield return new TrainingExample(label, image);
            }
        }

        census.Check();
    }

    private async Task<ReadOnlyMemory<byte>> FillAsync(int length, CancellationToken cancellationToken)
    {
        var target = piece.AsMemory(0, length);
        Require(await source.ReadAtLeastAsync(target, length, throwOnEndOfStream: false, cancellationToken) == length);
        return target;
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new ProblemException(ErrorCodes.InvalidRequest, "The set of examples is malformed or cut off.");
        }
    }
}
