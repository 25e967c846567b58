using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Kubernetes;

internal sealed record KubernetesServiceCustomizationAnnotation(Action<KubernetesResource> Configure) : IResourceAnnotation;
