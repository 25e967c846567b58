using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>An answer to a watch: one line for every event, until the caller goes or its time is over.</summary>
internal sealed class WatchStream(ObjectStore store, HttpContext context)
{
    private static readonly TimeSpan LongestWatch = TimeSpan.FromMinutes(5);

    public async Task WriteAsync(ResourceKind kind, string space, Func<JsonObject, bool> isMeant)
    {
        var query = context.Request.Query;
        var seconds = int.TryParse(query["timeoutSeconds"], CultureInfo.InvariantCulture, out var asked) ? TimeSpan.FromSeconds(asked) : LongestWatch;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        end.CancelAfter(seconds);
        context.Response.ContentType = "application/json";
        try
        {
            await context.Response.StartAsync(end.Token);
            if (!long.TryParse(query["resourceVersion"], CultureInfo.InvariantCulture, out var since) || since == 0)
            {
                (var items, since) = store.List(space, kind);
                await WriteAsync(items.Where(isMeant).Select(static item => ("ADDED", item)), end.Token);
            }

            await FollowAsync(kind, space, isMeant, since, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The end of a watch is not the end of the world.
        }
    }

    private async Task FollowAsync(ResourceKind kind, string space, Func<JsonObject, bool> isMeant, long since, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (events, changed) = store.EventsAfter(since);
            await WriteAsync(
                events.Where(happened => happened.Key.Kind == kind && happened.Key.Namespace == space && isMeant(happened.Content))
                    .Select(static happened => (happened.Type, happened.Content)), cancellationToken);
            since = events.Count > 0 ? events[^1].Version : since;
            await changed.WaitAsync(cancellationToken);
        }
    }

    private async Task WriteAsync(IEnumerable<(string Type, JsonObject Content)> events, CancellationToken cancellationToken)
    {
        foreach (var (type, content) in events)
        {
            var line = new JsonObject { ["type"] = type, ["object"] = content.DeepClone() }.ToJsonString() + "\n";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(line), cancellationToken);
        }

        await context.Response.Body.FlushAsync(cancellationToken);
    }
}
