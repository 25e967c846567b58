namespace AppHost.Kubernetes.Objects;

/// <summary>A figure of each pod, which an adapter of the cluster takes from Prometheus.</summary>
/// <param name="Name">What the adapter calls it.</param>
/// <param name="Target">The average over the pods that is wanted.</param>
internal sealed record QueueMetric(string Name, string Target);
