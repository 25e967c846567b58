using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithConnectionString> source,
        string? connectionName = null,
        bool optional = false)
        where TDestination : IResourceWithEnvironment =>
        builder
            .WithReferenceRelationship(source.Resource)
            .WithEnvironment(context =>
                ServiceVariables.AddConnection(context.EnvironmentVariables, source.Resource, connectionName ?? source.Resource.Name, optional));

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment => builder.WithServiceReference(source.Resource, name: null);

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithServiceDiscovery> source,
        string name)
        where TDestination : IResourceWithEnvironment => builder.WithServiceReference(source.Resource, name);

    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, EndpointReference endpointReference)
        where TDestination : IResourceWithEnvironment =>
        builder.WithServiceReference(endpointReference.Resource, name: null, endpointReference.EndpointName);

    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, string name, Uri uri)
        where TDestination : IResourceWithEnvironment
    {
        if (!uri.IsAbsoluteUri)
        {
            throw new InvalidOperationException("The uri for service reference must be absolute.");
        }

        if (!string.Equals(uri.AbsolutePath, "/", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The uri absolute path must be \"/\".");
        }

        return builder
            .WithEnvironment($"services__{name}__default__0", uri.ToString())
            .WithEnvironment(EnvironmentVariableName.Encode(name), uri.ToString());
    }

    private static IResourceBuilder<T> WithServiceReference<T>(
        this IResourceBuilder<T> builder,
        IResourceWithEndpoints service,
        string? name,
        string? endpointName = null)
        where T : IResourceWithEnvironment
    {
        var reference = builder.Resource.Annotations.OfType<EndpointReferenceAnnotation>()
            .FirstOrDefault(existing => existing.Resource == service && string.Equals(existing.Name, name, StringComparison.Ordinal));
        if (reference is null)
        {
            reference = new EndpointReferenceAnnotation(service, name);
            var added = reference;
            builder
                .WithAnnotation(reference)
                .WithReferenceRelationship(service)
                .WithEnvironment(context => ServiceVariables.Add(context.EnvironmentVariables, added));
        }

        if (endpointName is null)
        {
            reference.UseAllEndpoints = true;
        }
        else
        {
            reference.EndpointNames.Add(endpointName);
        }

        return builder;
    }

    private static IResourceBuilder<T> WithReferenceRelationship<T>(this IResourceBuilder<T> builder, IResource resource)
        where T : IResource => builder.WithAnnotation(new ResourceRelationshipAnnotation(resource, KnownRelationshipTypes.Reference));
}
