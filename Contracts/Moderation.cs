namespace Contracts;

/// <summary>Whether an image is safe for work.</summary>
/// <param name="Safe">Probability that it is, 0 to 1, rounded to four decimals.</param>
/// <param name="Unsafe">Probability that it is not, 0 to 1, rounded to four decimals.</param>
/// <param name="Flagged">Whether <paramref name="Unsafe"/> reaches the threshold of this server.</param>
public sealed record Moderation(float Safe, float Unsafe, bool Flagged);
