using System.Globalization;
using System.Text.Json.Nodes;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>All objects, with one version that rises with every change, and everything that has happened to them.</summary>
internal sealed class ObjectStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<ObjectKey, StoredObject> objects = [];
    private readonly List<ObjectEvent> events = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long version = 1;

    public (IReadOnlyList<JsonObject> Items, long Version) List(string space, ResourceKind? kind = null)
    {
        lock (gate)
        {
            var found = objects.Where(entry => entry.Key.Namespace == space && (kind is null || entry.Key.Kind == kind))
                .OrderBy(static entry => entry.Key.Name, StringComparer.Ordinal);
            return ([.. found.Select(static entry => (JsonObject)entry.Value.Content.DeepClone())], version);
        }
    }

    public JsonObject? Find(ObjectKey key)
    {
        lock (gate)
        {
            return (JsonObject?)objects.GetValueOrDefault(key)?.Content.DeepClone();
        }
    }

    /// <summary>Changes an object, or makes it where the change gives something for nothing. What does not differ is no change.</summary>
    /// <returns>The object as it is then.</returns>
    public JsonObject Change(ObjectKey key, Func<StoredObject?, StoredObject> change)
    {
        lock (gate)
        {
            var before = objects.GetValueOrDefault(key);
            var after = change(before?.Copy());
            var metadata = (JsonObject)(after.Content["metadata"] ??= new JsonObject());
            if (before is not null && JsonNode.DeepEquals(before.Content, after.Content))
            {
                objects[key] = after;
                return (JsonObject)after.Content.DeepClone();
            }

            (metadata["name"], metadata["namespace"]) = (key.Name, key.Namespace);
            (after.Content["kind"], after.Content["apiVersion"]) = (key.Kind.Name, key.Kind.GroupVersion);
            metadata["uid"] ??= Guid.NewGuid().ToString();
            metadata["creationTimestamp"] ??= DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            if (!JsonNode.DeepEquals(before?.Content["spec"], after.Content["spec"]))
            {
                metadata["generation"] = (before?.Content["metadata"]!["generation"]?.GetValue<long>() ?? 0) + 1;
            }

            metadata["resourceVersion"] = (++version).ToString(CultureInfo.InvariantCulture);
            objects[key] = after;
            Tell(before is null ? "ADDED" : "MODIFIED", key, after.Content);
            return (JsonObject)after.Content.DeepClone();
        }
    }

    public JsonObject? Delete(ObjectKey key)
    {
        lock (gate)
        {
            if (!objects.Remove(key, out var removed))
            {
                return null;
            }

            version++;
            Tell("DELETED", key, removed.Content);
            return removed.Content;
        }
    }

    /// <summary>Everything that a namespace has, once more under another name.</summary>
    public void CopyNamespace(string source, string target)
    {
        lock (gate)
        {
            foreach (var (key, stored) in objects.Where(entry => entry.Key.Namespace == source).ToList())
            {
                var copy = stored.Copy();
                copy.Content["metadata"]!["namespace"] = target;
                objects[key with { Namespace = target }] = copy;
            }
        }
    }

    /// <summary>What has happened since a version, and what to wait for until more has.</summary>
    public (IReadOnlyList<ObjectEvent> Events, Task Changed) EventsAfter(long since)
    {
        lock (gate)
        {
            var first = events.FindLastIndex(happened => happened.Version <= since) + 1;
            return (events[first..], changed.Task);
        }
    }

    private void Tell(string type, ObjectKey key, JsonObject content)
    {
        events.Add(new ObjectEvent(version, type, key, (JsonObject)content.DeepClone()));
        changed.SetResult();
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
