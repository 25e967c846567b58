namespace Tests.Fixtures;

/// <summary>
/// Files with anything done to them that a broken disk, a cut line or an attacker does. Each case has a random generator of its
/// own, so that any one of them can be made again from its number alone.
/// </summary>
internal static class MutatedFile
{
    private const int Seed = 20_261_124;
    private const int HeaderBytes = 64;
    private const int MostMutations = 3;

    /// <summary>The values at which arithmetic on lengths and sizes goes wrong.</summary>
    private static readonly uint[] Extremes =
        [0, 1, 0x7F, 0x80, 0xFF, 0x3FFF, 0x4000, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF, 0xFF_FFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFF6, 0xFFFF_FFFF];

    private static readonly Func<byte[], Random, byte[]>[] Mutations =
        [FlipBytes, FlipBits, Truncate, DuplicateRange, RemoveRange, OverwriteRange, SetNumber, SetNumber];

    /// <summary>Makes one case; the samples take turns.</summary>
    public static byte[] Of(IReadOnlyList<byte[]> samples, int caseNumber)
    {
        var random = new Random(Seed + caseNumber);
        var file = samples[caseNumber % samples.Count];
        for (var left = random.Next(1, MostMutations + 1); left > 0 && file.Length > 1; left--)
        {
            file = Mutations[random.Next(Mutations.Length)](file, random);
        }

        // A wrong checksum ends the reading of PNG; what lies behind it is met with right ones only.
        if (random.Next(2) == 0 && file.AsSpan().StartsWith(PngFile.Signature))
        {
            PngChecksum.Repair(file);
        }

        return file;
    }

    private static byte[] FlipBytes(byte[] file, Random random)
    {
        byte[] mutated = [.. file];
        for (var left = random.Next(1, 9); left > 0; left--)
        {
            mutated[Place(file, random)] = (byte)random.Next(256);
        }

        return mutated;
    }

    private static byte[] FlipBits(byte[] file, Random random)
    {
        byte[] mutated = [.. file];
        mutated[Place(file, random)] ^= (byte)(1 << random.Next(8));
        return mutated;
    }

    private static byte[] Truncate(byte[] file, Random random) => file[..random.Next(1, file.Length)];

    private static byte[] DuplicateRange(byte[] file, Random random)
    {
        var (start, end) = Range(file, random);
        return [.. file[..end], .. file[start..]];
    }

    private static byte[] RemoveRange(byte[] file, Random random)
    {
        var (start, end) = Range(file, random);
        return start == 0 && end == file.Length ? file[..1] : [.. file[..start], .. file[end..]];
    }

    private static byte[] OverwriteRange(byte[] file, Random random)
    {
        byte[] mutated = [.. file];
        var (start, end) = Range(file, random);
        mutated.AsSpan(start..end).Fill((byte)(random.Next(2) * byte.MaxValue));
        return mutated;
    }

    /// <summary>Puts an extreme value where a length or a size may stand: two to four bytes in either order.</summary>
    private static byte[] SetNumber(byte[] file, Random random)
    {
        byte[] mutated = [.. file];
        var value = Extremes[random.Next(Extremes.Length)];
        var width = random.Next(2, 5);
        var number = random.Next(2) == 0 ? EncodedNumber.Big32(value)[^width..] : EncodedNumber.Little32(value)[..width];
        var place = Place(file, random);
        number.AsSpan(0, Math.Min(width, mutated.Length - place)).CopyTo(mutated.AsSpan(place));
        return mutated;
    }

    /// <summary>Half of the places are where headers are.</summary>
    private static int Place(byte[] file, Random random) =>
        random.Next(random.Next(2) == 0 ? Math.Min(HeaderBytes, file.Length) : file.Length);

    private static (int Start, int End) Range(byte[] file, Random random)
    {
        var start = Place(file, random);
        return (start, random.Next(start, Math.Min(file.Length, start + (2 * HeaderBytes))) + 1);
    }
}
