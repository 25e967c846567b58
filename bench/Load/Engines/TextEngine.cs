using System.Diagnostics;
using System.Globalization;
using Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Vision;
using Vision.Probing;

namespace Load.Engines;

/// <summary>The engine in this process, without any server before it.</summary>
internal sealed class TextEngine : IAsyncDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    private readonly IHost host;
    private readonly int workers;

    private TextEngine(int workers)
    {
        this.workers = workers;
        var builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = RepositoryFolder.Path });
        builder.Configuration.AddInMemoryCollection(
            [new("Text:Workers", workers.ToString(CultureInfo.InvariantCulture)), new("Admission:Workers", "1")]);
        builder.Services.AddVision(startupTag: "startup");
        host = builder.Build();
    }

    public static async Task<TextEngine> StartAsync(int workers, CancellationToken cancellationToken)
    {
        var engine = new TextEngine(workers);
        await engine.host.StartAsync(cancellationToken);
        var health = engine.host.Services.GetRequiredService<HealthCheckService>();
        while ((await health.CheckHealthAsync(cancellationToken)).Status == HealthStatus.Unhealthy)
        {
            await Task.Delay(LookInterval, cancellationToken);
        }

        return engine;
    }

    /// <summary>Reads an image.</summary>
    /// <returns>How many lines were read.</returns>
    public async Task<int> ReadAsync(byte[] image, CancellationToken cancellationToken)
    {
        var encoded = new EncodedImage(image, ImageDigest.Of(image), ImageProbe.Read(image));
        var outcome = await host.Services.GetRequiredService<IImageAnalyzer>().AnalyzeAsync(
            encoded, new AnalysisOptions { Features = Features.Text }, progress: null, cancellationToken);
        return outcome.Analysis.Text?.Lines.Count
            ?? throw new InvalidOperationException($"The text was not read: {outcome.Analysis.Errors[0].Detail}");
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

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
