using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Dashboard.Resources;

/// <summary>The resources, as they are and as they change, and what can be done with them.</summary>
internal static class ResourcesApi
{
    /// <summary>Changes come in bursts; one look at all of them is enough.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void MapResources(this RouteGroupBuilder api)
    {
        api.MapGet("/resources", static (DashboardResources resources) => TypedResults.Ok(new ResourceList(resources.All())));
        api.MapGet("/resources/stream", static (DashboardResources resources, CancellationToken cancellationToken) =>
            TypedResults.ServerSentEvents(WatchAsync(resources, cancellationToken)));
        api.MapGet("/resources/{name}/environment", Environment);
        api.MapPost("/resources/{name}/commands/{command}", ExecuteAsync);
    }

    private static async IAsyncEnumerable<SseItem<ResourceList>> WatchAsync(
        DashboardResources resources, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var next = resources.NextChange();
            yield return new SseItem<ResourceList>(new ResourceList(resources.All()), "resources");
            await next.WaitAsync(Heartbeat, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(Gathering, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Results<Ok<VariableList>, NotFound> Environment(string name, DashboardResources resources, string? reveal = null) =>
        resources.Find(name) is { } resource
            ? TypedResults.Ok(new VariableList([.. resource.Environment.Select(variable =>
                variable.IsSecret && variable.Name != reveal ? variable with { Value = null } : variable)]))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<CommandResult>, NotFound>> ExecuteAsync(
        string name, string command, DashboardResources resources, CancellationToken cancellationToken)
    {
        if (resources.Execute is not { } execute || resources.Find(name)?.Commands.Any(known => known.Name == command) != true)
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Ok(await execute(name, command, cancellationToken));
    }
}
