namespace Aspire.Hosting;

/// <summary>The parts of a launch profile that the AppHost reads.</summary>
public sealed class LaunchProfile
{
    public string? CommandName { get; set; }

    public string? ApplicationUrl { get; set; }

    public Dictionary<string, string> EnvironmentVariables { get; set; } = new(StringComparer.Ordinal);
}
