using Contracts;

namespace ApiService.Compatibility.Azure.Parameters;

/// <summary>What to tell of the image.</summary>
internal static class FeatureParameter
{
    private const string Name = "features";

    public static VisualFeatures Read(IQueryCollection query)
    {
        var names = CommaList.Of(query[Name]);
        return names.Count > 0
            ? names.Aggregate(VisualFeatures.None, static (sum, name) => sum | Parse(name))
            : throw new ProblemException(ErrorCodes.InvalidRequest, $"The parameter {Name} is required.");
    }

    private static VisualFeatures Parse(string name) => VisualFeatureNames.TryParse(name, out var feature)
        ? feature
        : throw new ProblemException(AzureErrors.NotSupportedVisualFeature, $"The parameter {Name} has a value that is no feature.");
}
