using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Kubernetes.Chart;

/// <summary>How the objects of a resource are called.</summary>
internal static class ObjectNames
{
    public static string Service(IResource resource) => Of(resource, "service");

    public static string Of(IResource resource, string kind) => $"{resource.Name}-{kind}".ToLowerInvariant();

    /// <summary>The file of an object: its name without that of the resource, whose folder it is in.</summary>
    public static string FileOf(string resourceName, string objectName)
    {
        var prefix = $"{resourceName}-";
        return $"{(objectName.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? objectName[prefix.Length..] : objectName)}.yaml";
    }
}
