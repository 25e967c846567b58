using System.ComponentModel.DataAnnotations;

namespace ApiService.Similar;

/// <summary>How many images can be found again by likeness.</summary>
internal sealed class SimilarOptions
{
    public const string SectionName = "Similar";

    /// <summary>Images whose embeddings are kept, over all models; beyond it the oldest goes. Each takes about 5 KB.</summary>
    [Range(1, 1_000_000)]
    public int MaximumImages { get; set; } = 10_000;
}
