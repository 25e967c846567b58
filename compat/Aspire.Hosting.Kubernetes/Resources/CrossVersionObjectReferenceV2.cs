namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>What an autoscaler scales. The values that Aspire fills in fit nothing: whoever uses it sets all of them, and the metadata to null.</summary>
public sealed class CrossVersionObjectReferenceV2() : BaseKubernetesResource("v2", "ObjectReference")
{
    public string? Name { get; set; }
}
