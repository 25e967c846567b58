using ApiService.Inference;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Tests.Fixtures;

/// <summary>An inference service that takes work and never ends it, until its caller leaves.</summary>
internal sealed class HangingInference : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication application;
    private readonly TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource callerLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HangingInference()
    {
        var builder = OwnServer.CreateBuilder();
        application = builder.Build();
        application.MapPost("/v1/analyze", HangAsync);
    }

    /// <summary>Ends when the first work has come.</summary>
    public Task Called => called.Task.WaitAsync(Patience);

    /// <summary>Ends when the first caller has left.</summary>
    public Task CallerLeft => callerLeft.Task.WaitAsync(Patience);

    public static async Task<HangingInference> StartAsync()
    {
        var inference = new HangingInference();
        await inference.application.StartAsync(TestContext.Current.CancellationToken);
        return inference;
    }

    /// <summary>An API service in front of it.</summary>
    public async Task<RunningService<InferenceOptions>> ApiAsync(params (string Name, string Value)[] settings)
    {
        var api = new RunningService<InferenceOptions>(host =>
        {
            host.UseSetting("services:inference:http:0", application.Urls.Single());
            foreach (var (name, value) in settings)
            {
                host.UseSetting(name, value);
            }
        });
        await api.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        return api;
    }

    public async ValueTask DisposeAsync() => await application.DisposeAsync();

    private async Task HangAsync(HttpContext context)
    {
        await using var leaving = context.RequestAborted.Register(() => callerLeft.TrySetResult());
        called.TrySetResult();
        await callerLeft.Task;
    }
}
