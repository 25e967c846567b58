namespace Contracts;

/// <summary>The answer of <c>POST /api/analyze-batch</c>.</summary>
/// <param name="Results">One for each image, in the order in which they were sent.</param>
public sealed record BatchAnalysis(IReadOnlyList<BatchItem> Results);
