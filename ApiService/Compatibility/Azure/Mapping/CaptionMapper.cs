using ApiService.Compatibility.Azure.Results;
using Contracts;

namespace ApiService.Compatibility.Azure.Mapping;

/// <summary>The sentence. How sure the engine is of it is not known; Azure's callers need a number, and get 0.</summary>
internal static class CaptionMapper
{
    public const float UnknownConfidence = 0;

    public static CaptionResult Map(Analysis analysis) => new(analysis.Caption!.Text, UnknownConfidence);
}
