using ApiService.Inference;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Classifiers;

/// <summary>
/// Two API services that train on the small network, one with jobs in its memory and one with jobs in a real Redis, which share a
/// model repository of their own.
/// </summary>
public sealed class ClassifierApis : IAsyncLifetime
{
    private readonly ModelRepositoryCopy models = new(ClassifierProcess.Backbone);
    private RunningService<InferenceOptions>? memory;
    private RunningService<InferenceOptions>? redis;
    private RedisServer? server;

    /// <summary>The client of the service that keeps jobs in <c>memory</c> or <c>redis</c>.</summary>
    public HttpClient this[string store] => store == "memory" ? memory!.Client : redis!.Client;

    public async ValueTask InitializeAsync()
    {
        server = await RedisServer.StartAsync();
        memory = await ClassifierProcess.StartAsync(models.Root);
        redis = await ClassifierProcess.StartAsync(models.Root, ("ConnectionStrings:cache", server.ConnectionString));
    }

    public async ValueTask DisposeAsync()
    {
        await memory!.DisposeAsync();
        await redis!.DisposeAsync();
        await server!.DisposeAsync();
        models.Dispose();
    }
}
