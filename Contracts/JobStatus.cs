using System.Text.Json.Serialization;

namespace Contracts;

/// <summary>Where a job stands. The last three are final.</summary>
public enum JobStatus
{
    /// <summary>It waits for a worker.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,

    /// <summary>A worker has it.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It is done and has a result.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>It cannot be done; its problem says why.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Its caller took it back.</summary>
    [JsonStringEnumMemberName("canceled")]
    Canceled,
}
