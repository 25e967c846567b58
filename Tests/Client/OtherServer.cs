using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tests.Fixtures;
using Xunit;

namespace Tests.Client;

/// <summary>A real server where the image service is expected, which answers as a test wants it.</summary>
internal sealed class OtherServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private OtherServer(RequestDelegate answer)
    {
        var builder = OwnServer.CreateBuilder();
        application = builder.Build();
        application.Run(context =>
        {
            Requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
            return answer(context);
        });
    }

    /// <summary>Method and path of every request so far.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public Uri Address => new(application.Urls.Single());

    public static async Task<OtherServer> StartAsync(RequestDelegate answer)
    {
        var server = new OtherServer(answer);
        await server.application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
