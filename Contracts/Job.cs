using System.Text.Json;
using System.Text.Json.Serialization;

namespace Contracts;

/// <summary>One piece of work that outlives the request that asked for it. All members are told at any time; what is not there yet is null.</summary>
public sealed record Job
{
    /// <summary>Its unguessable name; <c>/api/jobs/{id}</c> tells of it.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required JobStatus Status { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a worker last began with it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it reached its final state.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many workers have begun with it.</summary>
    public int Attempts { get; init; }

    /// <summary>How much of the work is done, 0 to 1; 1 once it has succeeded. An analysis knows nothing between.</summary>
    public double Progress { get; init; }

    /// <summary>Once it has succeeded: the <see cref="Analysis"/> or the <see cref="TrainingResult"/> as JSON.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonElement? Result { get; init; }

    /// <summary>Once it has failed: why.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Problem? Problem { get; init; }

    /// <summary>Whether its state will not change any more.</summary>
    [JsonIgnore]
    public bool IsFinished => Status is JobStatus.Succeeded or JobStatus.Failed or JobStatus.Canceled;
}
