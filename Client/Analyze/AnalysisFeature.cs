using System.Text.Json;

namespace Client;

/// <summary>One feature is done, or has failed alone. The whole of it stands in the analysis that follows.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Data">
/// The feature's members as in the answer, for instance <c>labels</c> and <c>concepts</c>; or <c>error</c> with <c>code</c> and <c>detail</c>.
/// </param>
public sealed record AnalysisFeature(string Feature, JsonElement Data) : AnalysisUpdate;
