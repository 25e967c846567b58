using System.Text.Json.Serialization;

namespace Aspire.Dashboard.Resources;

/// <summary>One instance of a resource of the application, as it is at the moment.</summary>
public sealed record DashboardResource
{
    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    /// <summary><c>Project</c>, <c>Container</c>, <c>Executable</c> or <c>Parameter</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The resource that this is one of several instances of.</summary>
    public string? ReplicaOf { get; init; }

    public bool IsHidden { get; init; }

    public string? State { get; init; }

    /// <summary><c>success</c>, <c>info</c>, <c>warning</c> or <c>error</c>.</summary>
    public string? StateStyle { get; init; }

    public string? Health { get; init; }

    public int? ExitCode { get; init; }

    public string? StartedAt { get; init; }

    public string? StoppedAt { get; init; }

    public int? ProcessId { get; init; }

    public string? Source { get; init; }

    public IReadOnlyList<ResourceUrl> Urls { get; init; } = [];

    public IReadOnlyList<ResourceHealthReport> HealthReports { get; init; } = [];

    public IReadOnlyList<ResourceRelationship> Relationships { get; init; } = [];

    public IReadOnlyList<ResourceCommand> Commands { get; init; } = [];

    public IReadOnlyList<string> WaitingFor { get; init; } = [];

    /// <summary>Its variables; they have an address of their own.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceVariable> Environment { get; init; } = [];
}
