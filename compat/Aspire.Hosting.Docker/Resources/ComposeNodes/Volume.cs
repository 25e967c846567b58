namespace Aspire.Hosting.Docker.Resources.ComposeNodes;

public sealed class Volume
{
    public string? Driver { get; set; }
}
