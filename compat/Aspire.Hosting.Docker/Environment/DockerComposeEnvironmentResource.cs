using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Docker.Resources;

namespace Aspire.Hosting.Docker;

/// <summary>One machine that runs the application as containers.</summary>
public class DockerComposeEnvironmentResource(string name) : Resource(name), IComputeEnvironmentResource
{
    internal bool DashboardEnabled { get; set; } = true;

    internal List<Action<ComposeFile>> Customizations { get; } = [];
}
