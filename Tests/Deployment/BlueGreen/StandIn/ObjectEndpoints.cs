using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>Reading and writing of objects, as far as kubectl and helm ask for it.</summary>
internal sealed class ObjectEndpoints(ObjectStore store)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var kind in ResourceKind.All)
        {
            var all = $"/{kind.Root}/namespaces/{{space}}/{kind.Plural}";
            routes.MapGet(all, (string space, HttpContext context) => ListAsync(kind, space, context));
            routes.MapPost(all, (string space, HttpContext context) => CreateAsync(kind, space, context));
            var one = $"{all}/{{name}}";
            routes.MapGet(one, (string space, string name) => Get(new ObjectKey(kind, space, name)));
            routes.MapPut(one, (string space, string name, HttpContext context) => ReplaceAsync(new ObjectKey(kind, space, name), context));
            routes.MapPatch(one, (string space, string name, HttpContext context) => PatchAsync(new ObjectKey(kind, space, name), context));
            routes.MapDelete(one, (string space, string name) => Delete(new ObjectKey(kind, space, name)));
        }
    }

    private static async Task<JsonNode> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        return JsonNode.Parse(text) ?? throw ApiStatusException.Invalid("The body is empty.");
    }

    private static string Manager(HttpContext context) => context.Request.Query["fieldManager"].FirstOrDefault() ?? "unknown";

    private static string? VersionOf(JsonObject content) => content["metadata"]!["resourceVersion"]?.GetValue<string>();

    private static JsonObject Merged(JsonObject current, JsonNode patch)
    {
        JsonPatches.Merge(current, (JsonObject)patch);
        return current;
    }

    private static JsonObject Patched(JsonObject current, JsonNode patch)
    {
        JsonPatches.Apply(current, (JsonArray)patch);
        return current;
    }

    private async Task<IResult> ListAsync(ResourceKind kind, string space, HttpContext context)
    {
        var query = context.Request.Query;
        var (labels, fields) = (query["labelSelector"].FirstOrDefault(), query["fieldSelector"].FirstOrDefault());
        if ((string?)query["watch"] is "true" or "1")
        {
            await new WatchStream(store, context).WriteAsync(kind, space, content => Selector.Matches(content, labels, fields));
            return Results.Empty;
        }

        var (items, version) = store.List(space, kind);
        return Results.Json(new
        {
            kind = $"{kind.Name}List",
            apiVersion = kind.GroupVersion,
            metadata = new { resourceVersion = $"{version}" },
            items = items.Where(content => Selector.Matches(content, labels, fields)),
        });
    }

    private IResult Get(ObjectKey key) => Results.Json(store.Find(key) ?? throw ApiStatusException.NotFound(key));

    private async Task<IResult> CreateAsync(ResourceKind kind, string space, HttpContext context)
    {
        var content = (JsonObject)await ReadAsync(context);
        var key = new ObjectKey(kind, space, content["metadata"]!["name"]!.GetValue<string>());
        return Results.Json(store.Change(key, before =>
        {
            if (before is not null)
            {
                throw ApiStatusException.AlreadyExists(key);
            }

            var owners = new FieldOwners();
            owners.Update(Manager(context), [], content);
            return new StoredObject(content, owners);
        }), statusCode: StatusCodes.Status201Created);
    }

    private async Task<IResult> ReplaceAsync(ObjectKey key, HttpContext context)
    {
        var content = (JsonObject)await ReadAsync(context);
        return Results.Json(Modify(key, Manager(context), current =>
        {
            if (VersionOf(content) is { } version && version != VersionOf(current))
            {
                throw ApiStatusException.Conflict("the object has been modified; please apply your changes to the latest version");
            }

            return content;
        }));
    }

    private async Task<IResult> PatchAsync(ObjectKey key, HttpContext context)
    {
        var body = await ReadAsync(context);
        return Results.Json(context.Request.ContentType switch
        {
            "application/apply-patch+yaml" => Apply(key, (JsonObject)body, Manager(context), context.Request.Query["force"] == "true"),
            "application/merge-patch+json" => Modify(key, Manager(context), current => Merged(current, body)),
            "application/json-patch+json" => Modify(key, Manager(context), current => Patched(current, body)),
            var other => throw new ApiStatusException(415, "UnsupportedMediaType", $"The stand-in does not know {other}."),
        });
    }

    private IResult Delete(ObjectKey key)
    {
        var deleted = store.Delete(key) ?? throw ApiStatusException.NotFound(key);
        var uid = deleted["metadata"]!["uid"]!.GetValue<string>();
        return Results.Json(new { kind = "Status", apiVersion = "v1", status = "Success", details = new { name = key.Name, uid } });
    }

    private JsonObject Modify(ObjectKey key, string manager, Func<JsonObject, JsonObject> modify) => store.Change(key, stored =>
    {
        var before = stored ?? throw ApiStatusException.NotFound(key);
        var after = modify((JsonObject)before.Content.DeepClone());
        before.Owners.Update(manager, before.Content, after);
        return before with { Content = after };
    });

    private JsonObject Apply(ObjectKey key, JsonObject wanted, string manager, bool isForced) => store.Change(key, stored =>
    {
        var after = stored ?? new StoredObject([], new FieldOwners());
        after.Owners.Apply(manager, after.Content, wanted, isForced);
        return after;
    });
}
