using Aspire.Hosting.Docker.Resources.ComposeNodes;

namespace Aspire.Hosting.Docker.Resources;

/// <summary>A file of Docker Compose.</summary>
public sealed class ComposeFile
{
    public string? Name { get; set; }

    public Dictionary<string, Service> Services { get; set; } = new(StringComparer.Ordinal);

    public Dictionary<string, Network> Networks { get; set; } = new(StringComparer.Ordinal);

    public Dictionary<string, Volume> Volumes { get; set; } = new(StringComparer.Ordinal);
}
