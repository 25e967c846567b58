using ApiService.Caching;
using Contracts;

namespace ApiService.Jobs;

/// <summary>What a job's work needs to know beside its bytes.</summary>
internal sealed record JobSettings
{
    /// <summary>For an analysis: what to compute.</summary>
    public AnalysisOptions Options { get; init; } = new();

    /// <summary>For an analysis: what the caches may do.</summary>
    public CacheUse Use { get; init; }

    /// <summary>For a training: the classifier's name.</summary>
    public string ClassifierName { get; init; } = string.Empty;
}
