using Contracts;

namespace ApiService.Caching;

/// <summary>What makes two analyses the same: the bytes, the options, and the versions of all models that have a part in it.</summary>
internal static class AnalysisKey
{
    public static string Of(string digest, AnalysisOptions options, ResolvedModels models)
    {
        var key = $"analysis:{digest}{AnalysisQuery.Format(models.Pin(options))}";
        return models.Others.Count == 0 ? key : $"{key}#{models}";
    }
}
