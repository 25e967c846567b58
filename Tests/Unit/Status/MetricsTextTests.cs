using System.Text;
using Tests.Fixtures;
using WebFrontend.Status.Metrics;
using Xunit;

namespace Tests.Unit.Status;

/// <summary>Prometheus' text format as a stream, which may be cut anywhere, and may never end.</summary>
public sealed class MetricsTextTests
{
    private const string Text = "# HELP a Some.\na 1\n\nb{c=\"d\"} 2\r\nnonsense\ne 3";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task ReadAsync_of_text_in_pieces_gives_every_sample_of_it(int piece)
    {
        await using var stream = new PiecewiseStream(Encoding.UTF8.GetBytes(Text), [piece]);
        var samples = await ReadAsync(stream);
        Assert.Equal([("a", 1d), ("b", 2d), ("e", 3d)], samples.Select(static sample => (sample.Name, sample.Value)));
        Assert.Equal("d", samples[1]["c"]);
    }

    [Fact]
    public async Task ReadAsync_of_a_line_that_does_not_end_is_given_up_before_it_is_in_memory()
    {
        await using var stream = new EndlessStream("m{a=\"", "x");
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(stream));
        Assert.InRange(stream.Given, MetricsText.MaximumLineBytes, 8 * MetricsText.MaximumLineBytes);
    }

    [Fact]
    public async Task ReadAsync_of_lines_that_do_not_end_is_given_up_at_the_limit()
    {
        await using var stream = new EndlessStream("", "# a comment\n");
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(stream));
        Assert.InRange(stream.Given, MetricsText.MaximumBytes, MetricsText.MaximumBytes + (8 * MetricsText.MaximumLineBytes));
    }

    [Fact]
    public async Task ReadAsync_of_any_bytes_gives_finite_samples_or_refuses_them()
    {
        const string Signs = "ab_{}=\",\\ \n\r1.eE+-#NaN\0é";
        var random = new Random(20_261_126);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => Signs[random.Next(Signs.Length)]));
            var bytes = Encoding.Latin1.GetBytes(text);
            await using var stream = new PiecewiseStream(bytes, [random.Next(1, 9)]);
            Assert.All(await ReadAsync(stream), sample => Assert.True(double.IsFinite(sample.Value) && sample.Name.Length > 0, text));
        }
    }

    private static async Task<List<Sample>> ReadAsync(Stream stream)
    {
        var samples = new List<Sample>();
        await foreach (var sample in MetricsText.ReadAsync(stream, Cancellation))
        {
            samples.Add(sample);
        }

        return samples;
    }
}
