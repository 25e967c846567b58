using AppHost.Kubernetes.Objects;
using AppHost.Publishing;
using Aspire.Hosting.Kubernetes;
using Aspire.Hosting.Kubernetes.Resources;

namespace AppHost.Kubernetes;

/// <summary>Redis: the one place of the cluster that keeps jobs, uploads and quotas.</summary>
internal static class CacheInCluster
{
    private static readonly string[] Ping = ["/bin/sh", "-c", "REDISCLI_AUTH=\"$REDIS_PASSWORD\" redis-cli ping | grep -q PONG"];

    public static void Describe(KubernetesResource service)
    {
        var container = service.Container();
        container.Args[^1] = RedisServerCommand.Create(
            "${REDIS_PASSWORD:?Install the chart with secrets.cache.cache_password}", ChartValue.Text(service.Name, "maximum_memory", "768mb"));
        container.ReadinessProbe = new ProbeV1 { Exec = Exec(), PeriodSeconds = 5, TimeoutSeconds = 3 };
        container.LivenessProbe = new ProbeV1 { Exec = Exec(), PeriodSeconds = 10, TimeoutSeconds = 5, FailureThreshold = 6 };

        // It reads its log before it answers.
        container.StartupProbe = new ProbeV1 { Exec = Exec(), PeriodSeconds = 2, FailureThreshold = 150 };
        service.SetResources(cpuRequest: "100m", cpuLimit: "1", memoryRequest: "256Mi", memoryLimit: "1Gi");
        service.Pod().TerminationGracePeriodSeconds = 30;

        Hardening.AddTo(service, RedisServerCommand.User);
        service.AdditionalResources.Add(new NetworkRules(service.Name).CalledBy("api", "inference", "backup").ToObject());
        BackupInCluster.AddTo(service);
    }

    private static ExecActionV1 Exec()
    {
        var exec = new ExecActionV1();
        exec.Command.AddRange(Ping);
        return exec;
    }
}
