namespace Aspire.Hosting.Docker.Resources.ServiceNodes;

public sealed class Healthcheck
{
    public List<string> Test { get; set; } = [];

    public string? Interval { get; set; }

    public string? Timeout { get; set; }

    public int? Retries { get; set; }

    public string? StartPeriod { get; set; }
}
