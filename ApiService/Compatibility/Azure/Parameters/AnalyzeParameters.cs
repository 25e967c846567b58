using Contracts;

namespace ApiService.Compatibility.Azure.Parameters;

/// <summary>What a caller asks for in the query. Parameters that Azure does not know either are ignored.</summary>
/// <param name="Features">What to tell.</param>
/// <param name="AspectRatios">The shapes of the crops, width divided by height; none where the server may choose.</param>
internal sealed record AnalyzeParameters(VisualFeatures Features, IReadOnlyList<double> AspectRatios)
{
    /// <exception cref="ProblemException">A parameter is missing or wrong.</exception>
    public static AnalyzeParameters Of(IQueryCollection query)
    {
        ApiVersion.Check(query);
        ModelVersion.Check(query);
        var features = FeatureParameter.Read(query);
        LanguageParameter.Check(query);
        GenderNeutralCaption.Check(query);
        return new AnalyzeParameters(features, AspectRatioParameter.Read(query));
    }
}
