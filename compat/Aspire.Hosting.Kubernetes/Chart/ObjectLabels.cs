using Aspire.Hosting.Kubernetes.Resources;

namespace Aspire.Hosting.Kubernetes.Chart;

/// <summary>By these the objects of a resource are found; services and workloads find their pods by the same.</summary>
internal static class ObjectLabels
{
    public static void AddTo(ObjectMetaV1 metadata, string resourceName) => AddTo(metadata.Labels, resourceName);

    public static void AddTo(Dictionary<string, string> labels, string resourceName)
    {
        labels.TryAdd("app.kubernetes.io/name", "{{ .Chart.Name }}");
        labels.TryAdd("app.kubernetes.io/component", resourceName);
        labels.TryAdd("app.kubernetes.io/instance", "{{ .Release.Name }}");
    }
}
