using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Instances;

/// <summary>The addresses that people see, after the AppHost's own wishes for them.</summary>
internal sealed class ResourceUrls(DistributedApplicationExecutionContext executionContext)
{
    private readonly Dictionary<IResource, ImmutableArray<UrlSnapshot>> urls = [];

    public ImmutableArray<UrlSnapshot> Of(IResource resource) => urls.GetValueOrDefault(resource, []);

    public async Task ComputeAsync(IResource resource, CancellationToken cancellationToken)
    {
        var endpoints = resource is IResourceWithEndpoints owner ? owner.GetEndpoints().Where(static endpoint => endpoint.IsAllocated) : [];
        var shown = endpoints.Select(static endpoint => new ResourceUrlAnnotation { Url = endpoint.Url, Endpoint = endpoint }).ToList();
        var context = new ResourceUrlsCallbackContext(executionContext, resource, shown, cancellationToken);
        foreach (var annotation in resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>().ToList())
        {
            await annotation.Callback(context);
        }

        urls[resource] = [.. context.Urls.Select(Snapshot)];
    }

    private static UrlSnapshot Snapshot(ResourceUrlAnnotation url)
    {
        var address = url.Endpoint is { } endpoint && url.Url.StartsWith('/') ? endpoint.Url + url.Url : url.Url;
        return new UrlSnapshot(url.Endpoint?.EndpointName, address, url.DisplayLocation == UrlDisplayLocation.DetailsOnly);
    }
}
