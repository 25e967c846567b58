using Contracts;

namespace Client;

/// <summary>Everything is done; no other update follows.</summary>
/// <param name="Analysis">The same as <see cref="ImageClient.AnalyzeAsync"/> gives.</param>
public sealed record AnalysisCompleted(Analysis Analysis) : AnalysisUpdate;
