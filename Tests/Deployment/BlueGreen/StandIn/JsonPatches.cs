using System.Text.Json.Nodes;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>The two patches of RFC 7396 and RFC 6902 that the script sends.</summary>
internal static class JsonPatches
{
    public static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else if (value is JsonObject inner)
            {
                var into = target[name] as JsonObject ?? [];
                Merge(into, inner);
                target[name] = into.Parent is null ? into : target[name];
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }
    }

    /// <exception cref="ApiStatusException">A test of the patch is not met.</exception>
    public static void Apply(JsonObject target, JsonArray patch)
    {
        foreach (var step in patch.OfType<JsonObject>())
        {
            var path = step["path"]!.GetValue<string>();
            var names = path[1..].Split('/').Select(static name => name.Replace("~1", "/", StringComparison.Ordinal)).ToList();
            var holder = names.SkipLast(1).Aggregate(target, static (node, name) => (JsonObject)node[name]!);
            switch (step["op"]!.GetValue<string>())
            {
                case "test" when !JsonNode.DeepEquals(holder[names[^1]], step["value"]):
                    throw ApiStatusException.Invalid("the server rejected our request due to an error in our request");
                case "test":
                    break;
                case "replace" or "add":
                    holder[names[^1]] = step["value"]?.DeepClone();
                    break;
                default:
                    throw ApiStatusException.Invalid($"The stand-in does not know {step}.");
            }
        }
    }
}
