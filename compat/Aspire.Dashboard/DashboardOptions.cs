namespace Aspire.Dashboard;

/// <summary>Where the dashboard is, and who may use it.</summary>
public sealed record DashboardOptions
{
    public required string ApplicationName { get; init; }

    public required string Version { get; init; }

    /// <summary>The address of the pages; port 0 for any.</summary>
    public required Uri Frontend { get; init; }

    /// <summary>The address for telemetry by gRPC.</summary>
    public Uri? OtlpGrpc { get; init; }

    /// <summary>The address for telemetry by HTTP.</summary>
    public Uri? OtlpHttp { get; init; }

    /// <summary>The token of the login link; null where everybody may see everything.</summary>
    public string? BrowserToken { get; init; }

    /// <summary>The key that telemetry has to come with; null where it needs none.</summary>
    public string? OtlpApiKey { get; init; }
}
