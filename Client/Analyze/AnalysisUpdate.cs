namespace Client;

/// <summary>
/// One thing that is told of an analysis while it goes on: <see cref="AnalysisAccepted"/>, <see cref="AnalysisProgress"/>,
/// <see cref="AnalysisFeature"/>, and at last <see cref="AnalysisCompleted"/>.
/// </summary>
public abstract record AnalysisUpdate;
