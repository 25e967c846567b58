using System.Globalization;
using Contracts;

namespace Vision.Options;

/// <summary>Writes options as a query that <see cref="AnalysisOptionsBuilder"/> reads back.</summary>
public static class AnalysisQuery
{
    /// <summary>Writes every option, so that both sides need not share defaults.</summary>
    /// <param name="options">The options.</param>
    public static string Format(AnalysisOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"?features={string.Join(',', FeatureNames.Split(options.Features).Select(FeatureNames.Of))}&top={options.Top}"
        + $"&minConfidence={options.MinConfidence:R}&model={Uri.EscapeDataString(options.Model)}"
        + $"&equalize={options.Equalize.ToString().ToLowerInvariant()}");
}
