using System.Text.Json;
using System.Text.Json.Serialization;

namespace Contracts;

/// <summary>One piece of work that outlives the request that asked for it.</summary>
public sealed record Job
{
    /// <summary>Its unguessable name; <c>/api/jobs/{id}</c> tells of it.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required JobStatus Status { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a worker last began with it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it reached its final state.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many workers have begun with it.</summary>
    public int Attempts { get; init; }

    /// <summary>Once it has succeeded: the <see cref="Analysis"/> as JSON.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>Once it has failed: why.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Whether its state will not change any more.</summary>
    [JsonIgnore]
    public bool IsFinished => Status is JobStatus.Succeeded or JobStatus.Failed or JobStatus.Canceled;
}
