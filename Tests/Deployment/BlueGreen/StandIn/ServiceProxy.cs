using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yarp.ReverseProxy.Forwarder;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>
/// The service proxy of the API server: a request goes to one of the pods that the selector of the Service chooses. Behind all pods there
/// are the same real processes; a pod differs by what the namespace says that it does wrong.
/// </summary>
internal sealed class ServiceProxy(
    ObjectStore store, IHttpForwarder forwarder, Func<string, ClusterNamespace> namespaceOf, Func<string, Task<Uri>> addressOf) : IDisposable
{
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    public void Map(IEndpointRouteBuilder routes) =>
        routes.Map("/api/v1/namespaces/{space}/services/{service}/proxy/{**path}", ForwardAsync);

    public void Dispose() => client.Dispose();

    private async Task ForwardAsync(HttpContext context, string space, string service, string? path)
    {
        context.Request.Path = $"/{path}";
        if (service == "http:prometheus:9090" && namespaceOf(space).Prometheus is { } prometheus)
        {
            await forwarder.SendAsync(context, prometheus.ToString(), client);
            return;
        }

        var name = service.Split(':') is ["http", var named, "8080" or "http"]
            ? named
            : throw new ApiStatusException(400, "BadRequest", $"invalid service request {service}");
        var pods = Pods(space, name);
        var pod = pods.Count > 0
            ? pods[Random.Shared.Next(pods.Count)]
            : throw new ApiStatusException(503, "ServiceUnavailable", $"no endpoints available for service \"{name}\"");
        var fault = namespaceOf(space).Receive(new PodCall(name, pod["vision/color"]?.GetValue<string>() ?? "none", path ?? ""));
        await Task.Delay(fault.Delay, context.RequestAborted);
        if (fault.Status is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        var component = pod["app.kubernetes.io/component"]!.GetValue<string>();
        await forwarder.SendAsync(context, (await addressOf(component)).ToString(), client);
    }

    /// <summary>The labels of the ready pods of a Service: those of the newest ReplicaSet of every available Deployment.</summary>
    private IReadOnlyList<JsonObject> Pods(string space, string name)
    {
        var key = new ObjectKey(ResourceKind.Of("Service"), space, name);
        var selector = (JsonObject)(store.Find(key) ?? throw ApiStatusException.NotFound(key))["spec"]!["selector"]!;
        var available = store.List(space, ResourceKind.Of("Deployment")).Items
            .Where(static deployment => deployment["status"]?["availableReplicas"]?.GetValue<int>() > 0)
            .Select(static deployment => (Name: deployment["metadata"]!["name"]!.GetValue<string>(), Revision: Revision(deployment))).ToList();
        return [.. store.List(space, ResourceKind.Of("ReplicaSet")).Items
            .Where(set => available.Contains((set["metadata"]!["ownerReferences"]![0]!["name"]!.GetValue<string>(), Revision(set))))
            .Select(static set => (JsonObject)set["metadata"]!["labels"]!).Where(labels => Selector.Selects(selector, labels))];
    }

    private static string Revision(JsonObject content) =>
        content["metadata"]!["annotations"]!["deployment.kubernetes.io/revision"]!.GetValue<string>();
}
