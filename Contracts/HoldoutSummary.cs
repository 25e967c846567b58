namespace Contracts;

/// <summary>How often a classifier was right on pictures that it had not seen.</summary>
/// <param name="Count">Number of pictures.</param>
/// <param name="Accuracy">Share of right answers, 0 to 1.</param>
/// <param name="Low">Lower end of the 95 % confidence interval of <paramref name="Accuracy"/>.</param>
/// <param name="High">Upper end of it.</param>
public sealed record HoldoutSummary(int Count, double Accuracy, double Low, double High);
