using System.Diagnostics.CodeAnalysis;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Deadlines;
using ServiceDefaults.Problems;

namespace ServiceDefaults.Streaming;

/// <summary>Answers with server-sent events while the work goes on; a problem becomes the last of them.</summary>
public static class ServerEvents
{
    /// <summary>The media type of server-sent events.</summary>
    public const string MediaType = "text/event-stream";

    /// <summary>The event that ends a stream whose work failed.</summary>
    public const string FailedType = "failed";

    /// <summary>Whether a request asks for events by its <c>Accept</c> header.</summary>
    public static bool IsAccepted(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(static accepted =>
            accepted.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);

    /// <summary>Runs work that writes events.</summary>
    /// <param name="context">The request; its deadline stops the work, and the stream then says so.</param>
    /// <param name="work">Writes the events; it ends when the caller leaves.</param>
    public static ServerSentEventsResult<string> Run(
        HttpContext context, Func<ChannelWriter<SseItem<string>>, CancellationToken, Task> work)
    {
        var token = RequestDeadline.TakeOver(context);
        return TypedResults.ServerSentEvents(ReadAsync(context, work, token));
    }

    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(
        HttpContext context,
        Func<ChannelWriter<SseItem<string>>, CancellationToken, Task> work,
        CancellationToken workToken,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var events = Channel.CreateUnbounded<SseItem<string>>(new UnboundedChannelOptions { SingleReader = true });
        var working = WorkAsync(context, work, events.Writer, workToken);
        try
        {
            await foreach (var item in events.Reader.ReadAllAsync(cancellationToken))
            {
                yield return item;
            }
        }
        finally
        {
            await working;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The reply has begun: whatever went wrong can only be its last event.")]
    private static async Task WorkAsync(
        HttpContext context,
        Func<ChannelWriter<SseItem<string>>, CancellationToken, Task> work,
        ChannelWriter<SseItem<string>> events,
        CancellationToken cancellationToken)
    {
        try
        {
            await work(events, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The caller has left; there is nobody to tell.
        }
        catch (Exception exception)
        {
            var problem = RequestProblems.Of(context, exception);
            var data = JsonSerializer.Serialize(ProblemWriter.Describe(context, problem), ContractsJsonContext.Default.Problem);
            events.TryWrite(new SseItem<string>(data, FailedType));
        }
        finally
        {
            events.Complete();
        }
    }
}
