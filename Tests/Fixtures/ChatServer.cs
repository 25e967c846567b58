using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Tests.Fixtures;

/// <summary>A server that speaks the chat protocol of OpenAI, as well or as badly as a test wants, and keeps what it was asked.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    public const string Model = "test-vision-model";

    private readonly WebApplication application;
    private int current;
    private int peak;

    private ChatServer()
    {
        var builder = OwnServer.CreateBuilder();
        application = builder.Build();
        application.MapPost("/v1/chat/completions", ReplyAsync);
    }

    /// <summary>What every call is answered with, by its number from 1.</summary>
    public Func<HttpContext, int, Task> Reply { get; set; } = ChatReplies.Saying("A cat on a mat.");

    public ConcurrentQueue<ChatCall> Calls { get; } = [];

    /// <summary>How many calls there were at one time at most.</summary>
    public int Peak => Volatile.Read(ref peak);

    public Uri Endpoint => new(application.Urls.Single() + "/v1");

    public static async Task<ChatServer> StartAsync()
    {
        var server = new ChatServer();
        await server.application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task ReplyAsync(HttpContext context)
    {
        var inside = Interlocked.Increment(ref current);
        InterlockedMaximum(inside);
        try
        {
            var call = await ChatCall.ReadAsync(context.Request);
            Calls.Enqueue(call);
            await Reply(context, Calls.Count);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller did not wait for the end.
        }
        finally
        {
            Interlocked.Decrement(ref current);
        }
    }

    private void InterlockedMaximum(int value)
    {
        for (var seen = Peak; value > seen; seen = Peak)
        {
            Interlocked.CompareExchange(ref peak, value, seen);
        }
    }
}
