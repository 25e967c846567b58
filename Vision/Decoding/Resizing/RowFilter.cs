using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vision.Decoding.Resizing;

/// <summary>Resizes one row: each pixel is the weighted sum of pixels beside each other.</summary>
internal static unsafe class RowFilter
{
    private const int GroupBytes = ResampleWeights.Group * PixelBuffer.Channels;
    private const byte Zero = 0x80;

    /// <param name="row">The row; what the weights reach beyond it is multiplied by zero, but must be there.</param>
    /// <param name="weights">The weights of each pixel.</param>
    /// <param name="target">The resized row, and one byte more, which is written too.</param>
    public static void Apply(ReadOnlySpan<byte> row, ResampleWeights weights, Span<byte> target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row.Length, ((weights.End - ResampleWeights.Group) * PixelBuffer.Channels) + Vector128<byte>.Count, nameof(row));
        ArgumentOutOfRangeException.ThrowIfLessThan(target.Length, (weights.Count * PixelBuffer.Channels) + 1, nameof(target));
        var groups = weights.Groups;
        fixed (byte* read = row, written = target)
        fixed (long* factors = MemoryMarshal.Cast<short, long>(weights.All))
        {
            for (var x = 0; x < weights.Count; x++)
            {
                // The fourth byte belongs to the next pixel, which comes next.
                var pixel = Sum(read + (weights.StartOf(x) * PixelBuffer.Channels), factors + (x * groups), groups);
                Unsafe.WriteUnaligned(written + (x * PixelBuffer.Channels), pixel);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Sum(byte* pixels, long* weights, int groups)
    {
        // Four pixels become pairs of 16 bits: red of two, green of two, blue of two and nothing; the other two in the upper half.
        var colorPairs = Vector256.Create(
            0, Zero, 3, Zero, 1, Zero, 4, Zero, 2, Zero, 5, Zero, Zero, Zero, Zero, Zero,
            6, Zero, 9, Zero, 7, Zero, 10, Zero, 8, Zero, 11, Zero, Zero, Zero, Zero, Zero);

        // Their weights become pairs too, once for each colour.
        var weightPairs = Vector256.Create(
            0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, Zero, Zero, Zero, Zero,
            4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7, Zero, Zero, Zero, Zero);

        var sums = Vector256<int>.Zero;
        for (var group = 0; group < groups; group++)
        {
            var colors = Avx2.Shuffle(Avx2.BroadcastVector128ToVector256(pixels + (group * GroupBytes)), colorPairs).AsInt16();
            sums += Avx2.MultiplyAddAdjacent(colors, Avx2.Shuffle(Vector256.Create(weights[group]).AsByte(), weightPairs).AsInt16());
        }

        var sum = (sums.GetLower() + sums.GetUpper() + Vector128.Create(ResampleWeights.Rounding)) >> ResampleWeights.FractionBits;
        var words = Sse2.PackSignedSaturate(sum, sum);
        return Sse2.PackUnsignedSaturate(words, words).AsInt32().ToScalar();
    }
}
