namespace Aspire.Dashboard.Resources;

/// <summary>What a health check said the last time.</summary>
public sealed record ResourceHealthReport(string Name, string? Status, string? Description, string? LastRunAt);
