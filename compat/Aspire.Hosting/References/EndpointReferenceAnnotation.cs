namespace Aspire.Hosting.ApplicationModel;

/// <summary>Which endpoints of a service a resource refers to. One annotation a service and name, so that referring twice gives no second address.</summary>
internal sealed class EndpointReferenceAnnotation(IResourceWithEndpoints resource, string? name) : IResourceAnnotation
{
    public IResourceWithEndpoints Resource { get; } = resource;

    /// <summary>The name that replaces the resource's own in the variables.</summary>
    public string? Name { get; } = name;

    public bool UseAllEndpoints { get; set; }

    public HashSet<string> EndpointNames { get; } = new(ModelName.Comparer);

    /// <summary>Read when a process starts: endpoints may be added after the reference was made.</summary>
    public IEnumerable<EndpointReference> Endpoints => Resource.GetEndpoints().Where(Includes);

    private bool Includes(EndpointReference endpoint) =>
        EndpointNames.Contains(endpoint.EndpointName) || (UseAllEndpoints && !endpoint.EndpointAnnotation.ExcludeReferenceEndpoint);
}
