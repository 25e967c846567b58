using System.Diagnostics.CodeAnalysis;

namespace Tests.Fixtures;

/// <summary>Breaks valid files at random, in the same way in every run.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seed makes a failure repeatable; nothing is kept secret.")]
internal static class BrokenFile
{
    private const int Seed = 20_261_124;
    private const int HeaderBytes = 64;

    /// <summary>Copies of a file with one to three bytes changed; half of the changes are where headers are.</summary>
    public static IEnumerable<byte[]> WithFlippedBytes(byte[] file, int copies)
    {
        var random = new Random(Seed);
        for (var copy = 0; copy < copies; copy++)
        {
            byte[] broken = [.. file];
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                var reach = random.Next(2) == 0 ? Math.Min(HeaderBytes, broken.Length) : broken.Length;
                broken[random.Next(reach)] = (byte)random.Next(256);
            }

            yield return broken;
        }
    }

    /// <summary>The first bytes of a file, two at least, with noise from there on.</summary>
    public static IEnumerable<byte[]> WithNoise(byte[] file, int copies)
    {
        var random = new Random(Seed);
        for (var copy = 0; copy < copies; copy++)
        {
            var broken = file[..Math.Min(4 * HeaderBytes, file.Length)];
            random.NextBytes(broken.AsSpan(random.Next(2, Math.Min(HeaderBytes, broken.Length))));
            yield return broken;
        }
    }
}
