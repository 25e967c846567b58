using Aspire.Hosting.Docker.Resources.ServiceNodes;

namespace Aspire.Hosting.Docker.Resources.ComposeNodes;

/// <summary>A container, or several that are alike.</summary>
public sealed class Service
{
    public string? Image { get; set; }

    public string? User { get; set; }

    public List<string> Command { get; set; } = [];

    public List<string> Entrypoint { get; set; } = [];

    public Dictionary<string, string> Environment { get; set; } = new(StringComparer.Ordinal);

    public List<string> Ports { get; set; } = [];

    public List<string> Expose { get; set; } = [];

    public List<string> Volumes { get; set; } = [];

    public Dictionary<string, ServiceDependency> DependsOn { get; set; } = new(StringComparer.Ordinal);

    public List<string> Networks { get; set; } = [];

    public string? NetworkMode { get; set; }

    public string? Restart { get; set; }

    public bool? ReadOnly { get; set; }

    public List<string> Tmpfs { get; set; } = [];

    public List<string> CapDrop { get; set; } = [];

    public List<string> SecurityOpt { get; set; } = [];

    public string? StopGracePeriod { get; set; }

    public Healthcheck? Healthcheck { get; set; }
}
