using AppHost.Publishing;
using Aspire.Hosting.Kubernetes;

namespace AppHost.Kubernetes;

internal static class IngressExtensions
{
    /// <summary>The way in from outside of a cluster, by the controller of nginx unless the chart is installed with another class.</summary>
    public static void AddIngressTo(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> web)
    {
        if (!builder.IsPublishedTo(DeploymentTarget.Kubernetes))
        {
            return;
        }

        var cluster = builder.CreateResourceBuilder<KubernetesEnvironmentResource>("kubernetes");
        cluster.AddIngress("ingress")
            .WithIngressClass(ChartValue.Text("ingress", "class", "nginx"))
            .WithHostname(ChartValue.Text("ingress", "host", "vision.example.com"))
            .WithTls(ChartValue.Text("ingress", "tls_secret", "web-tls"))
            .WithIngressAnnotation("nginx.ingress.kubernetes.io/proxy-body-size", ChartValue.Text("ingress", "body_size", "150m"))

            // An upload goes to the API as it comes, and events to the browser: nothing waits in the proxy for the end.
            .WithIngressAnnotation("nginx.ingress.kubernetes.io/proxy-request-buffering", "off")
            .WithIngressAnnotation("nginx.ingress.kubernetes.io/proxy-buffering", "off")
            .WithIngressAnnotation("nginx.ingress.kubernetes.io/proxy-read-timeout", ChartValue.Text("ingress", "timeout_seconds", "300"))
            .WithIngressAnnotation("nginx.ingress.kubernetes.io/proxy-send-timeout", ChartValue.Text("ingress", "timeout_seconds", "300"))
            .WithIngressAnnotation("nginx.ingress.kubernetes.io/ssl-redirect", ChartValue.Text("ingress", "tls_only", "true"))
            .WithPath("/", web.GetEndpoint("http"));
    }
}
