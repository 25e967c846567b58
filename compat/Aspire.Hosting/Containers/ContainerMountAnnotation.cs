namespace Aspire.Hosting.ApplicationModel;

public sealed class ContainerMountAnnotation(string? source, string target, ContainerMountType type, bool isReadOnly) : IResourceAnnotation
{
    public string? Source { get; set; } = source;

    public string Target { get; set; } = target;

    public ContainerMountType Type { get; set; } = type;

    public bool IsReadOnly { get; set; } = isReadOnly;
}
