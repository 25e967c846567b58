using System.Diagnostics;
using System.Globalization;
using Contracts;
using Vision;
using Vision.Probing;

namespace Load.Engines;

/// <summary>Reads text with the engine in this process.</summary>
internal sealed class TextEngine : IAsyncDisposable
{
    private readonly VisionEngine engine;
    private readonly int workers;

    private TextEngine(VisionEngine engine, int workers)
    {
        this.engine = engine;
        this.workers = workers;
    }

    public static async Task<TextEngine> StartAsync(int workers, CancellationToken cancellationToken)
    {
        var started = await VisionEngine.StartAsync(
            [new("Text:Workers", workers.ToString(CultureInfo.InvariantCulture)), new("Admission:Workers", "1")], cancellationToken);
        return new TextEngine(started, workers);
    }

    /// <summary>Reads an image.</summary>
    /// <returns>How many lines were read.</returns>
    public async Task<int> ReadAsync(byte[] image, CancellationToken cancellationToken)
    {
        var encoded = new EncodedImage(image, ImageDigest.Of(image), ImageProbe.Read(image));
        var analysis = await engine.AnalyzeAsync(encoded, new AnalysisOptions { Features = Features.Text }, cancellationToken);
        return analysis.Text?.Lines.Count
            ?? throw new InvalidOperationException($"The text was not read: {analysis.Errors[0].Detail}");
    }

    /// <summary>Reads an image many times.</summary>
    public async Task<TextCost> MeasureAsync(byte[] image, int runs, CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        var (processor, started) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        var lines = 0;
        await Parallel.ForAsync(
            0, runs, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken }, async (_, token) =>
                Interlocked.Exchange(ref lines, await ReadAsync(image, token)));
        var elapsed = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        return new TextCost(lines, (process.TotalProcessorTime - processor) / runs, elapsed / runs, process.PeakWorkingSet64);
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
