namespace WebFrontend.Status;

/// <summary>How the services were at one time.</summary>
internal sealed record StatusReading(DateTimeOffset Time, IReadOnlyList<ServiceReading> Services);
