namespace AppHost.Publishing;

/// <summary>What the AppHost is to write, when it publishes.</summary>
internal enum DeploymentTarget
{
    /// <summary>A Helm chart.</summary>
    Kubernetes,

    /// <summary>A file of Docker Compose, for one machine.</summary>
    Compose,

    /// <summary>The manifest from which <c>azd</c> makes everything else.</summary>
    Manifest,
}
