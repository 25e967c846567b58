using Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Vision;
using Vision.Decoding;

namespace Load.Engines;

/// <summary>The engine in this process, without any server before it.</summary>
internal sealed class VisionEngine : IAsyncDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    private readonly IHost host;
    private readonly IImageAnalyzer analyzer;

    private VisionEngine(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = RepositoryFolder.Path });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddVision(startupTag: "startup");
        host = builder.Build();
        analyzer = host.Services.GetRequiredService<IImageAnalyzer>();
    }

    /// <summary>The decoder that the product uses on this machine.</summary>
    public IImageDecoder Decoder => host.Services.GetRequiredService<IImageDecoder>();

    public static async Task<VisionEngine> StartAsync(
        IEnumerable<KeyValuePair<string, string?>> settings, CancellationToken cancellationToken)
    {
        var engine = new VisionEngine(settings);
        await engine.host.StartAsync(cancellationToken);
        var health = engine.host.Services.GetRequiredService<HealthCheckService>();
        while ((await health.CheckHealthAsync(cancellationToken)).Status == HealthStatus.Unhealthy)
        {
            await Task.Delay(LookInterval, cancellationToken);
        }

        return engine;
    }

    public async Task<Analysis> AnalyzeAsync(EncodedImage image, AnalysisOptions options, CancellationToken cancellationToken) =>
        (await analyzer.AnalyzeAsync(image, options, progress: null, cancellationToken)).Analysis;

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
