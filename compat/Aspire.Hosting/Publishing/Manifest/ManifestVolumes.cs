using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing.Manifest;

internal static class ManifestVolumes
{
    public static JsonArray Write(IResource resource) => new([.. resource.Annotations
        .OfType<ContainerMountAnnotation>()
        .Where(static mount => mount.Type == ContainerMountType.Volume)
        .Select(static JsonNode (mount) => new JsonObject
        {
            ["name"] = mount.Source,
            ["target"] = mount.Target,
            ["readOnly"] = mount.IsReadOnly,
        })]);
}
