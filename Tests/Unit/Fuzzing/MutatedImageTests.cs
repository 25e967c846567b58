using Tests.Fixtures;
using Xunit;

namespace Tests.Unit.Fuzzing;

/// <summary>Thousands of broken files through the real decoders: pixels or a problem of the image, and soon.</summary>
public sealed class MutatedImageTests
{
    private const int Count = 2_500;

    /// <summary>For a decoder that never comes back; single cases that are slow are found by themselves.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Formats = ["jpeg", "png", "webp", "gif"];

    /// <summary>Each decoder with the formats that it has a way of its own with.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Cases => Formats
        .SelectMany(static format => Decoders.Of(format), static (format, decoder) => new TheoryDataRow<string, string>(format, decoder));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Decode_of_mutated_files_gives_pixels_or_a_problem_of_the_image(string format, string decoder)
    {
        var samples = ImageSamples.OfFormat(format);
        var evidence = Path.Combine(Path.GetTempPath(), $"mutated-{format}-{Guid.NewGuid():N}.bin");
        var decoding = new DecodingCase(Decoders.Named(decoder), evidence);
        var current = 0;
        var decoded = 0;
        var run = Task.Run(
            () =>
            {
                for (current = 0; current < Count; current++)
                {
                    decoded += decoding.Run(MutatedFile.Of(samples, current), $"Case {current} of {format}") ? 1 : 0;
                }
            },
            TestContext.Current.CancellationToken);
        try
        {
            await run.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Case {current} of {format} does not end; its bytes are in {evidence}.");
        }

        // Mutations that nothing survives would test the probe alone.
        Assert.InRange(decoded, Count / 50, Count * 49 / 50);
    }
}
