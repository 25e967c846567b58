using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>
/// Does for a Deployment what the controllers of a cluster do: a ReplicaSet for every new pod template, and pods that become available,
/// unless the name of their image says that it cannot be had.
/// </summary>
internal sealed class DeploymentController(ObjectStore store)
{
    public const string BrokenImage = "registry.example/broken:1";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var since = 0L;
        while (!cancellationToken.IsCancellationRequested)
        {
            var (events, changed) = store.EventsAfter(since);
            foreach (var happened in events.Where(static happened => happened.Key.Kind.Name == "Deployment"))
            {
                try
                {
                    Reconcile(happened);
                }
                catch (ApiStatusException)
                {
                    // It was deleted meanwhile.
                }
            }

            since = events.Count > 0 ? events[^1].Version : since;
            await changed.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string TemplateHash(JsonNode template) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(template.ToJsonString())))[..10];

    private void Reconcile(ObjectEvent happened)
    {
        if (happened.Type == "DELETED")
        {
            var sets = store.List(happened.Key.Namespace, ResourceKind.Of("ReplicaSet")).Items;
            foreach (var owned in sets.Where(set => IsOf(set, happened.Key.Name)))
            {
                store.Delete(happened.Key with { Kind = ResourceKind.Of("ReplicaSet"), Name = owned["metadata"]!["name"]!.GetValue<string>() });
            }
        }
        else if (store.Find(happened.Key) is { } deployment && NeedsWork(deployment))
        {
            var revision = AddReplicaSet(happened.Key, deployment);
            SetStatus(happened.Key, deployment, revision, isAvailable: false);
            if (!deployment["spec"]!["template"]!.ToJsonString().Contains(BrokenImage, StringComparison.Ordinal))
            {
                SetStatus(happened.Key, deployment, revision, isAvailable: true);
            }
        }
    }

    private static bool NeedsWork(JsonObject deployment) =>
        deployment["status"]?["observedGeneration"]?.GetValue<long>() != deployment["metadata"]!["generation"]!.GetValue<long>();

    private static bool IsOf(JsonObject replicaSet, string deployment) =>
        replicaSet["metadata"]!["ownerReferences"]![0]!["name"]!.GetValue<string>() == deployment;

    /// <summary>Makes the ReplicaSet of the present template where there is none.</summary>
    /// <returns>Its revision.</returns>
    private string AddReplicaSet(ObjectKey key, JsonObject deployment)
    {
        var template = deployment["spec"]!["template"]!;
        var hash = TemplateHash(template);
        var owned = store.List(key.Namespace, ResourceKind.Of("ReplicaSet")).Items.Where(set => IsOf(set, key.Name)).ToList();
        var labels = template["metadata"]!["labels"]!.DeepClone();
        labels["pod-template-hash"] = hash;
        var revision = (owned.Count + 1).ToString(CultureInfo.InvariantCulture);
        var set = new ObjectKey(ResourceKind.Of("ReplicaSet"), key.Namespace, $"{key.Name}-{hash}");
        var made = store.Change(set, before => before ?? new StoredObject(
            new JsonObject
            {
                ["metadata"] = new JsonObject
                {
                    ["labels"] = labels,
                    ["annotations"] = new JsonObject { ["deployment.kubernetes.io/revision"] = revision },
                    ["ownerReferences"] = new JsonArray(new JsonObject { ["kind"] = "Deployment", ["name"] = key.Name, ["controller"] = true }),
                },
            },
            new FieldOwners()));
        return made["metadata"]!["annotations"]!["deployment.kubernetes.io/revision"]!.GetValue<string>();
    }

    private void SetStatus(ObjectKey key, JsonObject seen, string revision, bool isAvailable) => store.Change(key, before =>
    {
        var replicas = seen["spec"]!["replicas"]?.GetValue<int>() ?? 1;
        var stored = before ?? throw ApiStatusException.NotFound(key);
        var metadata = (JsonObject)stored.Content["metadata"]!;
        (metadata["annotations"] ??= new JsonObject())["deployment.kubernetes.io/revision"] = revision;
        stored.Content["status"] = new JsonObject
        {
            ["observedGeneration"] = seen["metadata"]!["generation"]!.GetValue<long>(),
            ["replicas"] = replicas,
            ["updatedReplicas"] = replicas,
            ["readyReplicas"] = isAvailable ? replicas : 0,
            ["availableReplicas"] = isAvailable ? replicas : 0,
            ["unavailableReplicas"] = isAvailable ? 0 : replicas,
        };
        return stored;
    });
}
