using Aspire.Hosting.Kubernetes.Resources;

namespace AppHost.Kubernetes.Objects;

internal static class VolumeExtensions
{
    /// <summary>Adds a volume to a pod, and mounts it in all the containers that the pod has.</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="volume">The volume.</param>
    /// <param name="folder">Where the containers see it.</param>
    /// <param name="isReadOnly">Whether they may only read it.</param>
    public static void Mount(this PodSpecV1 pod, VolumeV1 volume, string folder, bool isReadOnly = false)
    {
        pod.Volumes.Add(volume);
        foreach (var container in pod.InitContainers.Concat(pod.Containers))
        {
            container.VolumeMounts.Add(new VolumeMountV1 { Name = volume.Name, MountPath = folder, ReadOnly = isReadOnly ? true : null });
        }
    }

    /// <summary>The volume that a claim gives.</summary>
    /// <param name="name">Its name in the pod.</param>
    /// <param name="claim">The name of the claim.</param>
    public static VolumeV1 OfClaim(string name, string claim) =>
        new() { Name = name, PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceV1 { ClaimName = claim } };
}
