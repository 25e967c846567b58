using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Instances;

/// <summary>Every instance that can run, in the order of the model.</summary>
internal sealed class InstanceRegistry
{
    private readonly List<ResourceInstance> instances = [];

    public IReadOnlyList<ResourceInstance> All => instances;

    public void Add(ResourceInstance instance) => instances.Add(instance);

    /// <param name="nameOrId">A resource, which means all of its instances, or one instance.</param>
    public IReadOnlyList<ResourceInstance> Find(string nameOrId) =>
    [
        .. instances.Where(instance =>
            ModelName.Comparer.Equals(instance.Id, nameOrId) || ModelName.Comparer.Equals(instance.Resource.Name, nameOrId)),
    ];
}
