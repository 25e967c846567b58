using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using Aspire.Dashboard.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Dashboard.Console;

/// <summary>What the resources write on their consoles.</summary>
internal static class ConsoleApi
{
    public static void MapConsole(this RouteGroupBuilder api)
    {
        api.MapGet("/console/stream", static (ConsoleLines lines, DashboardResources resources, string[]? resource, CancellationToken cancellationToken) =>
            TypedResults.ServerSentEvents(WatchAsync(lines, WritersOf(resource, resources), cancellationToken)));
        api.MapGet("/console/download", static (ConsoleLines lines, DashboardResources resources, string[]? resource) => TypedResults.File(
            Encoding.UTF8.GetBytes(string.Concat(lines.Snapshot(WritersOf(resource, resources)).Select(static line => $"{line.Timestamp} {line.Resource} {line.Content}\n"))),
            "text/plain; charset=utf-8",
            "console.log"));
        api.MapDelete("/console", static (ConsoleLines lines, string? resource = null) =>
        {
            lines.Clear(string.IsNullOrEmpty(resource) ? null : resource);
            return TypedResults.NoContent();
        });
    }

    /// <summary>Replicas write under the name of what they are replicas of.</summary>
    private static string[] WritersOf(string[]? names, DashboardResources resources) =>
        [.. (names ?? []).Select(name => resources.Find(name)?.ReplicaOf ?? name).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static async IAsyncEnumerable<SseItem<IReadOnlyList<ConsoleLine>>> WatchAsync(
        ConsoleLines lines, string[] resources, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in lines.WatchAsync(resources, cancellationToken))
        {
            yield return new SseItem<IReadOnlyList<ConsoleLine>>(batch, "lines");
        }
    }
}
