using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>What kubectl and helm ask first: which kinds there are, and that patches may be validated by the server.</summary>
internal static class DiscoveryEndpoints
{
    private static readonly string[] Versions = ["v1"];
    private static readonly string[] Verbs = ["create", "delete", "get", "list", "patch", "update", "watch"];

    public static void MapDiscovery(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/version", static () => Results.Json(new { major = "1", minor = "33", gitVersion = "v1.33.9" }));
        routes.MapGet("/api", static () => Results.Json(new { kind = "APIVersions", versions = Versions }));
        routes.MapGet("/apis", static () => Results.Json(
            new { kind = "APIGroupList", apiVersion = "v1", groups = Groups().Where(static group => group.Key.Length > 0).Select(Group) }));
        foreach (var kinds in Groups())
        {
            var root = kinds.First().Root;
            routes.MapGet($"/{root}", () => Resources(kinds));
            routes.MapGet($"/openapi/v3/{root}", () => OpenApi(kinds));
        }

        routes.MapGet("/openapi/v3", static () => Results.Json(new
        {
            paths = Groups().Select(static kinds => kinds.First().Root)
                .ToDictionary(static root => root, static root => new { serverRelativeURL = $"/openapi/v3/{root}" }, StringComparer.Ordinal),
        }));
    }

    private static IEnumerable<IGrouping<string, ResourceKind>> Groups() =>
        ResourceKind.All.GroupBy(static kind => kind.Group, StringComparer.Ordinal);

    private static object Group(IGrouping<string, ResourceKind> kinds)
    {
        var version = new { groupVersion = kinds.First().GroupVersion, version = kinds.First().Version };
        return new { name = kinds.Key, versions = new[] { version }, preferredVersion = version };
    }

    private static IResult Resources(IGrouping<string, ResourceKind> kinds) => Results.Json(new
    {
        kind = "APIResourceList",
        apiVersion = "v1",
        groupVersion = kinds.First().GroupVersion,
        resources = kinds.Select(static kind =>
            new { name = kind.Plural, singularName = kind.Name.ToLowerInvariant(), namespaced = true, kind = kind.Name, verbs = Verbs }),
    });

    private static IResult OpenApi(IGrouping<string, ResourceKind> kinds) => Results.Json(new
    {
        openapi = "3.0.0",
        info = new { title = "Kubernetes", version = "v1.33.9" },
        paths = kinds.ToDictionary(
            static kind => $"/{kind.Root}/namespaces/{{namespace}}/{kind.Plural}/{{name}}", Patchable, StringComparer.Ordinal),
    });

    private static object Patchable(ResourceKind kind) => new
    {
        patch = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["x-kubernetes-group-version-kind"] = new { group = kind.Group, version = kind.Version, kind = kind.Name },
            ["parameters"] = new[] { new { name = "fieldValidation", @in = "query", schema = new { type = "string" } } },
            ["responses"] = new { },
        },
    };
}
