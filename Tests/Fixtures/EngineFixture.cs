using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vision;
using Vision.Models;
using Xunit;

namespace Tests.Fixtures;

/// <summary>The engine with the shipped models, without any web server.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    private readonly IHost host;

    public EngineFixture()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Repository.Root });
        builder.Services.AddVision(startupTag: "startup");
        host = builder.Build();
    }

    public IImageAnalyzer Analyzer => host.Services.GetRequiredService<IImageAnalyzer>();

    /// <summary>The engine on another decoder than the best one.</summary>
    public IImageAnalyzer AnalyzerOn(string decoder) =>
        ActivatorUtilities.CreateInstance<AnalysisEngine>(host.Services, Decoders.Named(decoder));

    public async ValueTask InitializeAsync()
    {
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<ModelRepository>().ExecuteTask!;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
