using Aspire.Hosting.Kubernetes.Resources;

namespace AppHost.Kubernetes.Objects;

/// <summary>Who may call the pods of a component, and whom they may call. What is not named is refused.</summary>
internal sealed class NetworkRules(string component)
{
    private const string Http = "http";
    private const int Redis = 6379;
    private const int Dns = 53;
    private const int Pushgateway = 9091;

    private static readonly string[] Both = ["Ingress", "Egress"];

    private readonly List<object> ingress = [];
    private readonly List<object> egress = [new { ports = new[] { Port("UDP", Dns), Port("TCP", Dns) } }];

    public NetworkRules CalledBy(params string[] components)
    {
        ingress.Add(new { from = components.Select(Pods).ToArray(), ports = new[] { OwnPort } });
        return this;
    }

    /// <summary>The ingress controller, or people who are in the cluster.</summary>
    public NetworkRules CalledByEverybody()
    {
        ingress.Add(new { ports = new[] { OwnPort } });
        return this;
    }

    /// <summary>Prometheus reads the figures of each pod; it is in a namespace of its own.</summary>
    public NetworkRules CalledByMonitoring()
    {
        ingress.Add(new { from = new[] { Monitoring() }, ports = new[] { OwnPort } });
        return this;
    }

    public NetworkRules Calls(params string[] components)
    {
        egress.AddRange(components.Select(static called => new { to = new[] { Pods(called) }, ports = new[] { PortOf(called) } }));
        return this;
    }

    /// <summary>What ends before Prometheus can read its figures leaves them with a Pushgateway.</summary>
    public NetworkRules CallsMonitoring()
    {
        egress.Add(new { to = new[] { Monitoring() }, ports = new[] { Port("TCP", Pushgateway) } });
        return this;
    }

    /// <summary>What speaks TLS (language models, object storage), collectors of telemetry, and the central log.</summary>
    public NetworkRules CallsOutside()
    {
        egress.Add(new { ports = new[] { Port("TCP", 443), Port("TCP", 4317), Port("TCP", 4318), Port("TCP", 514), Port("UDP", 514), Port("TCP", 6514) } });
        return this;
    }

    public BaseKubernetesResource ToObject() => new KubernetesObject("networking.k8s.io/v1", "NetworkPolicy", $"{component}-network-policy", new
    {
        podSelector = new { matchLabels = Labels.Of(component) },
        policyTypes = Both,
        ingress,
        egress,
    });

    private object OwnPort => PortOf(component);

    private static object PortOf(string called) => called == "cache" ? Port("TCP", Redis) : new { protocol = "TCP", port = Http };

    private static object Port(string protocol, int port) => new { protocol, port };

    private static object Monitoring()
    {
        var name = ChartValue.Text("monitoring", "namespace", "monitoring");
        return new { namespaceSelector = new { matchLabels = new Dictionary<string, string>(StringComparer.Ordinal) { ["kubernetes.io/metadata.name"] = name } } };
    }

    private static object Pods(string selected) => new { podSelector = new { matchLabels = Labels.Of(selected) } };
}
