namespace ApiService.Jobs;

/// <summary>What the work of a job is. Each kind has a queue and workers of its own, so that one does not hold up the other.</summary>
internal enum JobKind
{
    /// <summary>One image is analysed.</summary>
    Analysis,

    /// <summary>A classifier is trained.</summary>
    Training,
}
