namespace AppHost.Publishing;

internal static class ForwardedAddressExtensions
{
    private const string AnyPrivateNetworkOfCompose = "172.16.0.0/12";
    private const string UsualPodNetwork = "10.0.0.0/8";

    /// <summary>
    /// Callers are counted by their address, which whatever is in front of a service forwards and nobody else may. On this machine
    /// that is WebFrontend; where services have no fixed addresses it is the network that they share.
    /// </summary>
    public static void WithForwardedAddresses(
        this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> api, IResourceBuilder<ProjectResource> web)
    {
        if (builder.ExecutionContext.IsRunMode)
        {
            api.WithEnvironment("ForwardedHeaders__KnownProxies__0", $"{web.GetEndpoint("http").Property(EndpointProperty.IPV4Host)}");
            return;
        }

        var isCompose = builder.IsPublishedTo(DeploymentTarget.Compose);
        var network = builder.AddParameter(
            "trusted-network", isCompose ? AnyPrivateNetworkOfCompose : UsualPodNetwork, publishValueAsDefault: true);
        api.DisableForwardedHeaders().WithEnvironment("ForwardedHeaders__KnownNetworks__0", network);
        web.DisableForwardedHeaders();
        if (!isCompose)
        {
            // Callers of a cluster come through its ingress; in Compose they come directly.
            web.WithEnvironment("ForwardedHeaders__KnownNetworks__0", network);
        }
    }
}
