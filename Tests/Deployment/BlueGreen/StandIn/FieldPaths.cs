using System.Text.Json.Nodes;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>The fields of an object by their path, whose steps are separated by a line feed, which no name holds.</summary>
internal static class FieldPaths
{
    /// <summary>What only the server sets.</summary>
    private static readonly string[] OfServer =
    [
        "apiVersion", "kind", "metadata\nname", "metadata\nnamespace", "metadata\nresourceVersion", "metadata\ngeneration", "metadata\nuid",
        "metadata\ncreationTimestamp",
    ];

    public static Dictionary<string, JsonNode?> Of(JsonObject node)
    {
        var fields = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        Collect(node, "", fields);
        foreach (var path in OfServer)
        {
            fields.Remove(path);
        }

        return fields;
    }

    public static void Set(JsonObject node, string path, JsonNode? value)
    {
        var steps = path.Split('\n');
        foreach (var step in steps[..^1])
        {
            node = node[step] as JsonObject ?? (JsonObject)(node[step] = new JsonObject());
        }

        node[steps[^1]] = value;
    }

    /// <summary>Removes a field, and what is empty without it.</summary>
    public static void Remove(JsonObject node, string path)
    {
        var (step, rest) = (path.Split('\n', 2)[0], path.Split('\n', 2).ElementAtOrDefault(1));
        if (rest is null)
        {
            node.Remove(step);
        }
        else if (node[step] is JsonObject inner)
        {
            Remove(inner, rest);
            if (inner.Count == 0)
            {
                node.Remove(step);
            }
        }
    }

    private static void Collect(JsonObject node, string prefix, Dictionary<string, JsonNode?> fields)
    {
        foreach (var (name, value) in node)
        {
            if (value is JsonObject { Count: > 0 } inner)
            {
                Collect(inner, $"{prefix}{name}\n", fields);
            }
            else
            {
                fields[prefix + name] = value;
            }
        }
    }
}
