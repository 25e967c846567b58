using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Chart;
using Aspire.Hosting.Kubernetes.Resources;

namespace Aspire.Hosting.Kubernetes.Workloads;

/// <summary>The volumes of a container, of the kind that the environment has.</summary>
internal static class VolumeObjects
{
    /// <returns>The claims for the disks that it takes.</returns>
    public static IReadOnlyList<PersistentVolumeClaim> AddTo(
        PodSpecV1 pod, ContainerV1 container, IResource resource, KubernetesEnvironmentResource environment)
    {
        var claims = new List<PersistentVolumeClaim>();
        foreach (var mount in resource.Annotations.OfType<ContainerMountAnnotation>())
        {
            if (mount.Type != ContainerMountType.Volume)
            {
                throw new DistributedApplicationException($"'{resource.Name}' mounts a folder of this machine, which a cluster does not have.");
            }

            var volume = new VolumeV1 { Name = mount.Source!.ToLowerInvariant() };
            switch (environment.DefaultStorageType)
            {
                case "pvc":
                    claims.Add(Claim(resource, mount, environment));
                    volume.PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceV1 { ClaimName = claims[^1].Metadata.Name };
                    break;
                case "hostPath":
                    volume.HostPath = new HostPathVolumeSourceV1 { Path = mount.Target, Type = "DirectoryOrCreate" };
                    break;
                default:
                    volume.EmptyDir = new EmptyDirVolumeSourceV1();
                    break;
            }

            pod.Volumes.Add(volume);
            container.VolumeMounts.Add(new VolumeMountV1 { Name = volume.Name, MountPath = mount.Target, ReadOnly = mount.IsReadOnly });
        }

        return claims;
    }

    private static PersistentVolumeClaim Claim(IResource resource, ContainerMountAnnotation mount, KubernetesEnvironmentResource environment) => new()
    {
        Metadata = { Name = ObjectNames.Of(resource, $"{mount.Source}-pvc") },
        Spec =
        {
            AccessModes = { environment.DefaultStorageReadWritePolicy },
            Resources = new VolumeResourceRequirementsV1 { Requests = { ["storage"] = environment.DefaultStorageSize } },
            StorageClassName = environment.DefaultStorageClassName,
        },
    };
}
