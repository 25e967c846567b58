using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes;

namespace Aspire.Hosting;

public static class KubernetesIngressExtensions
{
    public static IResourceBuilder<KubernetesIngressResource> AddIngress(this IResourceBuilder<KubernetesEnvironmentResource> builder, string name)
    {
        var application = builder.ApplicationBuilder;
        var ingress = new KubernetesIngressResource(name, builder.Resource);
        return application.ExecutionContext.IsRunMode ? application.CreateResourceBuilder(ingress) : application.AddResource(ingress);
    }

    public static IResourceBuilder<KubernetesIngressResource> WithIngressClass(
        this IResourceBuilder<KubernetesIngressResource> builder, string className) => builder.With(ingress => ingress.ClassName = className);

    public static IResourceBuilder<KubernetesIngressResource> WithHostname(
        this IResourceBuilder<KubernetesIngressResource> builder, string hostname) => builder.With(ingress => ingress.Hostnames.Add(hostname));

    public static IResourceBuilder<KubernetesIngressResource> WithTls(
        this IResourceBuilder<KubernetesIngressResource> builder, string secretName) => builder.With(ingress => ingress.TlsSecretName = secretName);

    /// <param name="endpoint">An external endpoint.</param>
    public static IResourceBuilder<KubernetesIngressResource> WithPath(
        this IResourceBuilder<KubernetesIngressResource> builder,
        string path,
        EndpointReference endpoint,
        IngressPathType pathType = IngressPathType.Prefix) => builder.With(ingress => ingress.Paths.Add(new IngressPath(path, endpoint, pathType)));

    public static IResourceBuilder<KubernetesIngressResource> WithIngressAnnotation(
        this IResourceBuilder<KubernetesIngressResource> builder, string key, string value) =>
        builder.With(ingress => ingress.AnnotationsOfObject.Add(new(key, value)));

    private static IResourceBuilder<KubernetesIngressResource> With(
        this IResourceBuilder<KubernetesIngressResource> builder, Action<KubernetesIngressResource> configure)
    {
        configure(builder.Resource);
        return builder;
    }
}
