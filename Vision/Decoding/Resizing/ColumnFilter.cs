using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vision.Decoding.Resizing;

/// <summary>Makes one row of several: each byte is the weighted sum of those above each other.</summary>
internal static class ColumnFilter
{
    /// <param name="rows">The rows, one <paramref name="stride"/> behind the other, as many as there are weights.</param>
    /// <param name="stride">Bytes from one row to the next.</param>
    /// <param name="weights">The weight of each row, an even number of them.</param>
    /// <param name="target">The sum, whole steps of <see cref="SeparableResize.StepBytes"/>.</param>
    public static void Apply(ReadOnlySpan<byte> rows, int stride, ReadOnlySpan<short> weights, Span<byte> target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, ((weights.Length - 1) * stride) + target.Length, nameof(rows));
        ref var read = ref MemoryMarshal.GetReference(rows);
        ref var written = ref MemoryMarshal.GetReference(target);
        var pairs = MemoryMarshal.Cast<short, int>(weights);
        for (var column = 0; column <= target.Length - Vector256<byte>.Count; column += Vector256<byte>.Count)
        {
            Sum(ref Unsafe.Add(ref read, column), stride, pairs).StoreUnsafe(ref written, (nuint)column);
        }
    }

    /// <summary>Thirty-two columns. Two rows are multiplied and added by one instruction, as pairs of 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Sum(ref byte top, nint stride, ReadOnlySpan<int> pairs)
    {
        var first = Vector256.Create(ResampleWeights.Rounding);
        var (second, third, fourth) = (first, first, first);
        foreach (var pair in pairs)
        {
            var weights = Vector256.Create(pair).AsInt16();
            var (upper, lower) = (Vector256.LoadUnsafe(ref top), Vector256.LoadUnsafe(ref top, (nuint)stride));
            var (left, right) = (Avx2.UnpackLow(upper, lower), Avx2.UnpackHigh(upper, lower));
            first += Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(left, Vector256<byte>.Zero).AsInt16(), weights);
            second += Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(left, Vector256<byte>.Zero).AsInt16(), weights);
            third += Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(right, Vector256<byte>.Zero).AsInt16(), weights);
            fourth += Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(right, Vector256<byte>.Zero).AsInt16(), weights);
            top = ref Unsafe.Add(ref top, 2 * stride);
        }

        // Packing takes back what unpacking did to the order.
        return Avx2.PackUnsignedSaturate(
            Avx2.PackSignedSaturate(first >> ResampleWeights.FractionBits, second >> ResampleWeights.FractionBits),
            Avx2.PackSignedSaturate(third >> ResampleWeights.FractionBits, fourth >> ResampleWeights.FractionBits));
    }
}
