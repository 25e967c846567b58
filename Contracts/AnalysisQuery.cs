using System.Globalization;

namespace Contracts;

/// <summary>Writes options as the query that every analyse route reads.</summary>
public static class AnalysisQuery
{
    /// <summary>
    /// Writes every option, so that both sides need not share defaults. The detail of text alone is left out where it is lines: a
    /// service of the version before does not know that option.
    /// </summary>
    /// <param name="options">The options.</param>
    /// <returns>The query with its question mark, its values escaped.</returns>
    public static string Format(AnalysisOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"?features={string.Join(',', FeatureNames.Split(options.Features).Select(FeatureNames.Of))}&top={options.Top}"
        + $"&minConfidence={options.MinConfidence:R}&model={Uri.EscapeDataString(options.Model)}"
        + $"&equalize={options.Equalize.ToString().ToLowerInvariant()}{Detail(options.TextDetail)}");

    private static string Detail(TextDetail detail) =>
        detail == TextDetail.Lines ? string.Empty : $"&textDetail={detail.ToString().ToLowerInvariant()}";
}
