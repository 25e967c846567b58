using System.Buffers;
using System.Runtime.CompilerServices;
using Contracts;
using Vision.Decoding;
using Vision.Models;
using Vision.Text.Recognition;
using Vision.Text.Words;

namespace Vision.Text;

/// <summary>Reads lines.</summary>
internal sealed class LineReader
{
    /// <summary>What is read less surely may stand upside down: such lines are read at 0.6 to 0.9.</summary>
    private const float Doubtful = 0.9f;

    private readonly ConditionalWeakTable<LoadedModel, CharacterSet> characters = [];

    /// <summary>Reads lines, many in one run where their widths are alike.</summary>
    /// <param name="context">The analysis, whose metrics count the runs.</param>
    /// <param name="model">The recogniser.</param>
    /// <param name="picture">The image.</param>
    /// <param name="crops">The lines, in any order. Those that may stand upside down are read both ways, and the surer one counts.</param>
    /// <param name="cancellationToken">Ends the work, between two runs.</param>
    /// <returns>For each line, by its number, what it says.</returns>
    public Dictionary<int, RecognizedLine> Read(
        FeatureContext context, LoadedModel model, PixelBuffer picture, IEnumerable<LineCrop> crops, CancellationToken cancellationToken)
    {
        var sampler = new PictureSampler(picture, model.Manifest.Preprocessing);
        var best = new Dictionary<int, RecognizedLine>();
        Read(crops);

        // Nothing tells whether a tall line runs downwards or upwards. One level line that surely stands upside down makes all suspect.
        Read(Reversed(static line => line.Crop.IsTall || line.Confidence < Doubtful));
        if (best.Values.Any(static line => line.Crop is { IsReversed: true, IsTall: false } && line.Confidence >= Doubtful))
        {
            Read(Reversed(static line => line.Crop is { IsReversed: false, IsTall: false } && line.Confidence >= Doubtful));
        }

        return best;

        IEnumerable<LineCrop> Reversed(Func<RecognizedLine, bool> isWanted) =>
            [.. best.Values.Where(isWanted).Select(static line => line.Crop.Reversed)];

        void Read(IEnumerable<LineCrop> ways)
        {
            foreach (var batch in LineBatch.Of(ways))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var line in Run(context, model, sampler, batch))
                {
                    if (!best.TryGetValue(line.Crop.Line, out var other) || IsBetter(line, other))
                    {
                        best[line.Crop.Line] = line;
                    }
                }
            }
        }
    }

    // What is no text is read one way or the other; a level line has to be sure to be taken upside down.
    private static bool IsBetter(RecognizedLine line, RecognizedLine other) =>
        line.Confidence > other.Confidence && (line.Crop.IsTall || line.Confidence >= Doubtful);

    private RecognizedLine[] Run(FeatureContext context, LoadedModel model, PictureSampler sampler, LineBatch batch)
    {
        var read = new RecognizedLine[batch.Crops.Length];
        var lineSamples = PixelBuffer.Channels * LineCrop.Rows * batch.Columns;
        using var input = MemoryPool<float>.Shared.Rent(read.Length * lineSamples);
        var samples = input.Memory[..(read.Length * lineSamples)];
        samples.Span.Clear();
        for (var i = 0; i < read.Length; i++)
        {
            var crop = batch.Crops.Span[i];
            sampler.Write(crop.Place, crop.Columns, LineCrop.Rows, batch.Columns, samples.Span.Slice(i * lineSamples, lineSamples));
        }

        var hasSymbols = context.Options.TextDetail != TextDetail.Lines;
        var set = characters.GetValue(model, static found => CharacterSet.Of(found.Session.Metadata));
        context.Run(model, Features.Text, () => model.Session.Run(
            samples,
            [read.Length, PixelBuffer.Channels, LineCrop.Rows, batch.Columns],
            model.Manifest.Outputs.Probabilities!,
            (probabilities, shape) => Decode(set, batch, probabilities, shape, read, hasSymbols)));
        return read;
    }

    private static void Decode(
        CharacterSet set,
        LineBatch batch,
        ReadOnlySpan<float> probabilities,
        ReadOnlySpan<long> shape,
        RecognizedLine[] read,
        bool hasSymbols)
    {
        if (shape is not [_, _, var outputs] || outputs != set.Count)
        {
            throw new InvalidOperationException("The recogniser has other outputs than its file lists characters.");
        }

        var line = probabilities.Length / read.Length;
        var steps = line / set.Count;
        for (var i = 0; i < read.Length; i++)
        {
            // Nothing is read where a line was left empty.
            var crop = batch.Crops.Span[i];
            var filled = Math.Min(steps, ((steps * crop.Columns) + batch.Columns - 1) / batch.Columns);
            var symbols = hasSymbols ? new List<DecodedSymbol>() : null;
            var (text, confidence) = set.Decode(probabilities.Slice(i * line, filled * set.Count), symbols);
            read[i] = new RecognizedLine(
                crop, text, confidence, symbols is null ? null : SymbolExtents.Of(symbols, steps * crop.Columns / (float)batch.Columns));
        }
    }
}
