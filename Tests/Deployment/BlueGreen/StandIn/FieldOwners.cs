using System.Text.Json.Nodes;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>
/// Which manager has set which fields of an object, by the rules of server-side apply. An array is one field here; the API server merges
/// some by a key, which makes no difference as long as one manager alone writes it.
/// </summary>
internal sealed class FieldOwners
{
    private readonly Dictionary<string, HashSet<string>> owned = new(StringComparer.Ordinal);

    public FieldOwners Copy()
    {
        var copy = new FieldOwners();
        foreach (var (manager, paths) in owned)
        {
            copy.owned[manager] = new HashSet<string>(paths, StringComparer.Ordinal);
        }

        return copy;
    }

    /// <summary>Writes down that a manager has changed fields without apply.</summary>
    public void Update(string manager, JsonObject before, JsonObject after)
    {
        var old = FieldPaths.Of(before);
        foreach (var (path, value) in FieldPaths.Of(after))
        {
            if (!old.TryGetValue(path, out var previous) || !JsonNode.DeepEquals(previous, value))
            {
                Take(path, manager);
            }
        }
    }

    /// <summary>Sets what a manager wants, and removes what it alone had wanted before and wants no more.</summary>
    public void Apply(string manager, JsonObject current, JsonObject wanted, bool isForced)
    {
        var now = FieldPaths.Of(current);
        var wants = FieldPaths.Of(wanted);
        foreach (var (path, value) in wants)
        {
            var isDifferent = now.TryGetValue(path, out var present) && !JsonNode.DeepEquals(present, value);
            if (isDifferent && !isForced && owned.FirstOrDefault(other => other.Key != manager && other.Value.Contains(path)).Key is { } owner)
            {
                throw ApiStatusException.Conflict($"Apply failed with 1 conflict: conflict with \"{owner}\": .{path.Replace('\n', '.')}");
            }

            if (isDifferent)
            {
                Take(path, manager);
            }

            FieldPaths.Set(current, path, value?.DeepClone());
        }

        var had = owned.GetValueOrDefault(manager) ?? [];
        owned[manager] = new HashSet<string>(wants.Keys, StringComparer.Ordinal);
        foreach (var path in had.Where(path => !owned.Values.Any(paths => paths.Contains(path))))
        {
            FieldPaths.Remove(current, path);
        }
    }

    private void Take(string path, string manager)
    {
        foreach (var paths in owned.Values)
        {
            paths.Remove(path);
        }

        if (!owned.TryGetValue(manager, out var own))
        {
            owned[manager] = own = new HashSet<string>(StringComparer.Ordinal);
        }

        own.Add(path);
    }
}
