namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>A kind of object that the stand-in API server keeps. All are in a namespace.</summary>
internal sealed record ResourceKind(string Group, string Version, string Plural, string Name)
{
    public static IReadOnlyList<ResourceKind> All { get; } =
    [
        new("", "v1", "configmaps", "ConfigMap"), new("", "v1", "secrets", "Secret"), new("", "v1", "services", "Service"),
        new("", "v1", "serviceaccounts", "ServiceAccount"), new("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim"),
        new("", "v1", "pods", "Pod"), new("apps", "v1", "deployments", "Deployment"), new("apps", "v1", "replicasets", "ReplicaSet"),
        new("apps", "v1", "statefulsets", "StatefulSet"), new("batch", "v1", "cronjobs", "CronJob"), new("batch", "v1", "jobs", "Job"),
        new("autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler"),
        new("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget"), new("networking.k8s.io", "v1", "ingresses", "Ingress"),
        new("networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy"), new("coordination.k8s.io", "v1", "leases", "Lease"),
        new("rbac.authorization.k8s.io", "v1", "roles", "Role"), new("rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding"),
    ];

    public string GroupVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>Where its group begins, such as <c>apis/apps/v1</c>.</summary>
    public string Root => Group.Length == 0 ? $"api/{Version}" : $"apis/{GroupVersion}";

    public static ResourceKind Of(string name) => All.Single(kind => kind.Name == name);
}
