using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

[DebuggerDisplay("{Registry}/{Image}:{Tag}")]
public sealed class ContainerImageAnnotation : IResourceAnnotation
{
    public string? Registry { get; set; }

    public required string Image { get; set; }

    public string? Tag { get; set; }

    /// <summary>The name that a container runtime pulls it by.</summary>
    internal string Reference => $"{(Registry is null ? string.Empty : $"{Registry}/")}{Image}:{Tag ?? "latest"}";
}
