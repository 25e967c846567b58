using ApiService.Inference;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>The API service in one process with the engine, on a real server and a port of its own.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    private readonly RunningService<InferenceOptions> service = new(static host => host.UseSetting("Inference:Mode", "InProcess").UseSetting("RateLimiting:Anonymous:PermitLimit", "1000000"));

    public HttpClient Client => service.Client;

    public IServiceProvider Services => service.Services;

    public IReadOnlyCollection<string> ErrorLog => service.ErrorLog;

    public async ValueTask InitializeAsync() => await service.WaitUntilReadyAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => service.DisposeAsync();
}
