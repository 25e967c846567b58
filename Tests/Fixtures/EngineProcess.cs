using Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vision;
using Vision.Models;
using Xunit;

namespace Tests.Fixtures;

/// <summary>An engine on a model repository of a test's own, as one of several processes that may share it.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private readonly IHost host;

    private EngineProcess(IHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    public ModelRepository Models => Services.GetRequiredService<ModelRepository>();

    public IModelAdministration Administration => Services.GetRequiredService<IModelAdministration>();

    /// <summary>Starts it; it notices what others change by looking, or when it is told.</summary>
    public static async Task<EngineProcess> StartAsync(string models, bool looks = false, params IEnumerable<(string Name, string Value)> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Repository.Root });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Models:Path"] = models,
            ["Models:PollInterval"] = looks ? "00:00:00.1" : "01:00:00",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(one => one.Name, one => (string?)one.Value, StringComparer.Ordinal));
        builder.Services.AddVision(startupTag: "startup");
        var engine = new EngineProcess(builder.Build());
        await engine.host.StartAsync(TestContext.Current.CancellationToken);
        await engine.Models.ExecuteTask!;
        return engine;
    }

    /// <summary>The version of a model that answers at the moment.</summary>
    public async Task<string?> LiveAsync(string name) =>
        (await Models.ListAsync(TestContext.Current.CancellationToken)).FirstOrDefault(model => model.Name == name)?.Version;

    public Task<Analysis> AnalyzeAsync(string model) => AnalyzeAsync(model, Photo.Load("cat.jpg"));

    public async Task<Analysis> AnalyzeAsync(string model, EncodedImage image)
    {
        var analyzer = Services.GetRequiredService<IImageAnalyzer>();
        var options = new AnalysisOptions { Model = model };
        return (await analyzer.AnalyzeAsync(image, options, progress: null, TestContext.Current.CancellationToken)).Analysis;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
