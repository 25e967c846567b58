namespace ApiService.Jobs;

/// <summary>What a worker learns when it asks whether a job is still its own.</summary>
internal enum JobLeaseState
{
    /// <summary>It is.</summary>
    Held,

    /// <summary>Its caller took it back.</summary>
    Canceled,

    /// <summary>Another worker has it, or it is finished.</summary>
    Lost,
}
