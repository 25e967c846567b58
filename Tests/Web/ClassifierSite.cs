using ApiService.Inference;
using Tests.Api.Classifiers;
using Tests.Fixtures;
using WebFrontend.Proxy;
using Xunit;

namespace Tests.Web;

/// <summary>
/// The pages before a real API service that may be asked to train. Its model repository is its own, because what is live there
/// stays, and other tests count the models of the whole system.
/// </summary>
public sealed class ClassifierSite : IAsyncLifetime
{
    private readonly ModelRepositoryCopy models = new(ClassifierProcess.Backbone);
    private RunningService<InferenceOptions>? api;
    private RunningService<DiscoveredDestinations>? web;

    /// <summary>Where the pages are.</summary>
    public Uri Address => web!.Client.BaseAddress!;

    /// <summary>The API, for what is not done by the pages.</summary>
    internal HttpClient Api => api!.Client;

    public async ValueTask InitializeAsync()
    {
        api = await ClassifierProcess.StartAsync(models.Root);
        web = WebBefore.Api(api.Client.BaseAddress!);
    }

    public async ValueTask DisposeAsync()
    {
        await web!.DisposeAsync();
        await api!.DisposeAsync();
        models.Dispose();
    }
}
