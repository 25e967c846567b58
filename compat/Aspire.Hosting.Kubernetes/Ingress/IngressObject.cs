using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Chart;
using Aspire.Hosting.Kubernetes.Resources;

namespace Aspire.Hosting.Kubernetes;

/// <summary>The object of an ingress. Its backends are ports by name, so that the chart may change their numbers.</summary>
internal static class IngressObject
{
    /// <exception cref="DistributedApplicationException">A path leads to an endpoint that is not external.</exception>
    public static Resources.Ingress Create(KubernetesIngressResource ingress)
    {
        var created = new Resources.Ingress { Metadata = { Name = ingress.Name.ToLowerInvariant() } };
        ObjectLabels.AddTo(created.Metadata, ingress.Name);
        foreach (var (key, value) in ingress.AnnotationsOfObject)
        {
            created.Metadata.Annotations[key] = value;
        }

        created.Spec.IngressClassName = ingress.ClassName;
        if (ingress.TlsSecretName is { } secretName)
        {
            var tls = new IngressTLSV1 { SecretName = secretName };
            tls.Hosts.AddRange(ingress.Hostnames);
            created.Spec.Tls.Add(tls);
        }

        var hosts = ingress.Hostnames.Count > 0 ? ingress.Hostnames : [null!];
        created.Spec.Rules.AddRange(hosts.Select(host => Rule(host, ingress)));
        return created;
    }

    private static IngressRuleV1 Rule(string? host, KubernetesIngressResource ingress)
    {
        var rule = new IngressRuleV1 { Host = host, Http = new HttpIngressRuleValueV1() };
        rule.Http.Paths.AddRange(ingress.Paths.Select(path => new HttpIngressPathV1
        {
            Path = path.Path,
            PathType = path.Type.ToString(),
            Backend = Backend(path.Endpoint, ingress),
        }));
        return rule;
    }

    private static IngressBackendV1 Backend(EndpointReference endpoint, KubernetesIngressResource ingress) =>
        endpoint.EndpointAnnotation.IsExternal
            ? new IngressBackendV1
            {
                Service = new IngressServiceBackendV1
                {
                    Name = ObjectNames.Service(endpoint.Resource),
                    Port = new ServiceBackendPortV1 { Name = endpoint.EndpointName },
                },
            }
            : throw new DistributedApplicationException(
                $"The ingress '{ingress.Name}' leads to the endpoint '{endpoint.EndpointName}' of '{endpoint.Resource.Name}', which is not external.");
}
