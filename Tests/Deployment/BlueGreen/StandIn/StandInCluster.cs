using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Yarp.ReverseProxy.Forwarder;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>
/// A small Kubernetes: an API server for the real kubectl and helm, a controller for Deployments, and the service proxy to real processes.
/// It knows no schema, so it refuses no field that the real one would.
/// </summary>
internal sealed partial class StandInCluster : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, ClusterNamespace> namespaces = new(StringComparer.Ordinal);
    private readonly ObjectStore store = new();
    private readonly WebApplication application;
    private readonly ServiceProxy proxy;
    private Task controller = Task.CompletedTask;
    private int made;

    private StandInCluster(Func<string, Task<Uri>> addressOf)
    {
        var builder = OwnServer.CreateBuilder();
        builder.Services.AddHttpForwarder();
        application = builder.Build();
        proxy = new ServiceProxy(store, application.Services.GetRequiredService<IHttpForwarder>(), space => namespaces[space], addressOf);
        application.Use(RecordAsync);
        application.UseRouting();
        application.MapDiscovery();
        new ObjectEndpoints(store).Map(application);
        proxy.Map(application);
    }

    public Uri Address => new(application.Urls.Single());

    /// <param name="addressOf">Where the process of a component listens.</param>
    public static async Task<StandInCluster> StartAsync(Func<string, Task<Uri>> addressOf)
    {
        var cluster = new StandInCluster(addressOf);
        await cluster.application.StartAsync();
        cluster.controller = new DeploymentController(cluster.store).RunAsync(cluster.stopping.Token);
        return cluster;
    }

    /// <summary>A new namespace, empty or with everything that another has.</summary>
    public ClusterNamespace Create(ClusterNamespace? source = null)
    {
        var created = new ClusterNamespace(store, string.Create(CultureInfo.InvariantCulture, $"vision-{Interlocked.Increment(ref made)}"));
        namespaces[created.Name] = created;
        if (source is not null)
        {
            store.CopyNamespace(source.Name, created.Name);
        }

        return created;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await controller;
        await application.DisposeAsync();
        proxy.Dispose();
        stopping.Dispose();
    }

    [GeneratedRegex("^/apis?/([^/]+/)?[^/]+/namespaces/(?<space>[^/]+)/(?<path>.+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Namespaced();

    // Helm sends the records of its releases as protobuf, which nothing here reads. The API server answers with what it has stored.
    private static async Task EchoAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = context.Request.ContentType;
        await context.Request.Body.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentType == "application/vnd.kubernetes.protobuf")
        {
            await EchoAsync(context);
            return;
        }

        try
        {
            var found = Namespaced().Match(context.Request.Path);
            if (found.Success && namespaces.TryGetValue(found.Groups["space"].Value, out var space))
            {
                context.Request.EnableBuffering();
                using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
                var body = await reader.ReadToEndAsync(context.RequestAborted);
                context.Request.Body.Position = 0;
                var request = new RecordedRequest(context.Request.Method, found.Groups["path"].Value, body);
                await space.HandleAsync(request, context, () => next(context));
            }
            else
            {
                await next(context);
            }
        }
        catch (ApiStatusException refusal)
        {
            var status = new { kind = "Status", apiVersion = "v1", status = "Failure", message = refusal.Message, reason = refusal.Reason, code = refusal.Code };
            await Results.Json(status, statusCode: refusal.Code).ExecuteAsync(context);
        }
    }
}
