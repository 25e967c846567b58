using Aspire.Hosting.Kubernetes;
using Aspire.Hosting.Kubernetes.Resources;

namespace AppHost.Kubernetes.Objects;

/// <summary>Takes from a pod what it does not need: rights, the token of the cluster, and a file system that it could write to.</summary>
internal static class Hardening
{
    /// <summary>The user <c>app</c> of the .NET images.</summary>
    public const long DotnetUser = 1654;

    public static void AddTo(KubernetesResource service, long user)
    {
        AddTo(service.Pod(), service.Name, user);
        service.AdditionalResources.Add(new ServiceAccount(service.Name));
    }

    public static void AddTo(PodSpecV1 pod, string component, long user)
    {
        pod.ServiceAccountName = ServiceAccount.NameOf(component);
        pod.AutomountServiceAccountToken = false;
        pod.SecurityContext = new PodSecurityContextV1
        {
            RunAsNonRoot = true,
            RunAsUser = user,
            RunAsGroup = user,
            FsGroup = user,
            FsGroupChangePolicy = "OnRootMismatch",
            SeccompProfile = new SeccompProfileV1 { Type = "RuntimeDefault" },
        };
        var temporary = new EmptyDirVolumeSourceV1 { SizeLimit = ChartValue.Text(component, "temporary_size", "1Gi") };
        pod.Mount(new VolumeV1 { Name = "tmp", EmptyDir = temporary }, "/tmp");
        foreach (var container in pod.InitContainers.Concat(pod.Containers))
        {
            container.SecurityContext = new SecurityContextV1
            {
                AllowPrivilegeEscalation = false,
                ReadOnlyRootFilesystem = true,
                Capabilities = new CapabilitiesV1 { Drop = { "ALL" } },
            };
        }
    }
}
