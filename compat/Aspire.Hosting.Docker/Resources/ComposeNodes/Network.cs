namespace Aspire.Hosting.Docker.Resources.ComposeNodes;

public sealed class Network
{
    public string? Driver { get; set; }
}
