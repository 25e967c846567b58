using ApiService.Compatibility.Google.Responses;
using Contracts;

namespace ApiService.Compatibility.Google.Mapping;

/// <summary><c>SAFE_SEARCH_DETECTION</c>: the probability of being unsafe, in Google's five steps.</summary>
internal static class SafeSearchMapper
{
    private const float Unlikely = 0.05f;
    private const float Possible = 0.2f;
    private const float Likely = 0.5f;
    private const float VeryLikely = 0.8f;

    public static SafeSearchAnnotation? Map(Analysis analysis) =>
        analysis.Moderation is { } moderation ? new SafeSearchAnnotation(LikelihoodOf(moderation.Unsafe)) : null;

    public static Likelihood LikelihoodOf(float probability) => probability switch
    {
        >= VeryLikely => Likelihood.VeryLikely,
        >= Likely => Likelihood.Likely,
        >= Possible => Likelihood.Possible,
        >= Unlikely => Likelihood.Unlikely,
        _ => Likelihood.VeryUnlikely,
    };
}
