using Contracts;

namespace ApiService.Caching;

/// <summary>What makes two analyses the same: the bytes, the options, and the version of the model.</summary>
internal static class AnalysisKey
{
    public static string Of(string digest, AnalysisOptions options, ModelReference model) =>
        $"analysis:{digest}{AnalysisQuery.Format(options with { Model = $"{model.Name}@{model.Version}" })}";
}
