using Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vision;
using Vision.Models;
using Xunit;

namespace Tests.Fixtures;

/// <summary>The engine with settings of a test's own, without any web server.</summary>
internal sealed class RunningEngine : IAsyncDisposable
{
    private readonly IHost host;

    private RunningEngine(IEnumerable<(string Name, string Value)> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Repository.Root });
        builder.Configuration.AddInMemoryCollection(
            settings.Select(static setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Services.AddVision(startupTag: "startup");
        host = builder.Build();
    }

    public IModelCatalog Models => host.Services.GetRequiredService<IModelCatalog>();

    public static async Task<RunningEngine> StartAsync(params (string Name, string Value)[] settings)
    {
        var engine = new RunningEngine(settings);
        await engine.host.StartAsync(TestContext.Current.CancellationToken);
        await engine.host.Services.GetRequiredService<ModelRepository>().ExecuteTask!;
        return engine;
    }

    public async Task<Analysis> AnalyzeAsync(EncodedImage image, Features features)
    {
        var options = new AnalysisOptions { Features = features, Model = "efficientnet-lite0" };
        var outcome = await host.Services.GetRequiredService<IImageAnalyzer>()
            .AnalyzeAsync(image, options, progress: null, TestContext.Current.CancellationToken);
        return outcome.Analysis;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
