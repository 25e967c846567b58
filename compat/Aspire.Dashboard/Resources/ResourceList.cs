namespace Aspire.Dashboard.Resources;

/// <summary>All resources.</summary>
internal sealed record ResourceList(IReadOnlyList<DashboardResource> Resources);
