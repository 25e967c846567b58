namespace Client;

/// <summary>A stage begins.</summary>
/// <param name="Stage"><c>queue</c>, or the name of a feature.</param>
public sealed record AnalysisProgress(string Stage) : AnalysisUpdate;
