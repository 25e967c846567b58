namespace AppHost.Kubernetes.Objects;

/// <summary>The labels that the publisher gives the pods of a resource.</summary>
internal static class Labels
{
    public static Dictionary<string, string> Of(string component) => new(StringComparer.Ordinal)
    {
        ["app.kubernetes.io/name"] = "{{ .Chart.Name }}",
        ["app.kubernetes.io/component"] = component,
        ["app.kubernetes.io/instance"] = "{{ .Release.Name }}",
    };
}
