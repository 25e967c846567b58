using Aspire.Hosting.Kubernetes;
using Aspire.Hosting.Kubernetes.Resources;

namespace AppHost.Kubernetes.Objects;

/// <summary>What the services of the product have in common in a cluster: none of them keeps anything, and each is there several times.</summary>
internal static class HttpService
{
    /// <summary>Longer than <c>Drain__Delay</c> and <c>Drain__Limit</c> together, so that no request is cut off.</summary>
    private const long TerminationSeconds = 40;

    private static readonly string[] Topologies = ["topology.kubernetes.io/zone", "kubernetes.io/hostname"];

    public static void AddTo(KubernetesResource service)
    {
        var deployment = service.Deployment();
        deployment.Spec.Strategy.RollingUpdate = new RollingUpdateDeploymentV1 { MaxSurge = new(1), MaxUnavailable = new(0) };

        var pod = service.Pod();
        pod.TerminationGracePeriodSeconds = TerminationSeconds;
        pod.TopologySpreadConstraints.AddRange(Topologies.Select(topology => SpreadOver(topology, service.Name)));
        AddSettings(service);
        MendProbes(service.Container());
        Hardening.AddTo(service, Hardening.DotnetUser);
        DisruptionBudget.AddTo(service);
    }

    /// <summary>
    /// Whoever runs the system may add any setting by a ConfigMap or a Secret <c>{service}-settings</c>. Pods are replaced when what
    /// the chart configures changes: a running process does not see that its variables did.
    /// </summary>
    private static void AddSettings(KubernetesResource service)
    {
        var settings = $"{service.Name}-settings";
        service.Container().EnvFrom.Add(new EnvFromSourceV1 { ConfigMapRef = new ConfigMapEnvSourceV1 { Name = settings, Optional = true } });
        service.Container().EnvFrom.Add(new EnvFromSourceV1 { SecretRef = new SecretEnvSourceV1 { Name = settings, Optional = true } });

        var annotations = service.Workload!.PodTemplate.Metadata.Annotations;
        annotations["checksum/config"] = Checksum(service.Name, "config");
        if (service.Secret is not null)
        {
            annotations["checksum/secrets"] = Checksum(service.Name, "secrets");
        }
    }

    private static string Checksum(string component, string file) =>
        $"{{{{ include (print $.Template.BasePath `/{component}/{file}.yaml`) . | sha256sum }}}}";

    /// <summary>The publisher writes the scheme in lower case, which Kubernetes refuses. Loading models takes a while on a small machine.</summary>
    private static void MendProbes(ContainerV1 container)
    {
        foreach (var probe in new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe })
        {
            probe!.HttpGet!.Scheme = "HTTP";
            probe.TimeoutSeconds = 3;
        }

        container.StartupProbe!.InitialDelaySeconds = 1;
        container.StartupProbe.PeriodSeconds = 2;
        container.StartupProbe.FailureThreshold = 60;
        container.ReadinessProbe!.InitialDelaySeconds = null;
        container.LivenessProbe!.InitialDelaySeconds = null;
        container.LivenessProbe.PeriodSeconds = 10;
    }

    private static TopologySpreadConstraintV1 SpreadOver(string topology, string component)
    {
        var constraint = new TopologySpreadConstraintV1
        {
            MaxSkew = 1,
            TopologyKey = topology,
            WhenUnsatisfiable = "ScheduleAnyway",
            LabelSelector = new LabelSelectorV1(),
        };
        foreach (var (name, value) in Labels.Of(component))
        {
            constraint.LabelSelector.MatchLabels[name] = value;
        }

        return constraint;
    }
}
