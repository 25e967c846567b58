namespace Contracts;

/// <summary>A term broader than a class, and the sum of the probabilities of all classes below it.</summary>
/// <param name="Name">The term in words.</param>
/// <param name="Confidence">The sum of probabilities, 0 to 1, rounded to four decimals.</param>
public sealed record Concept(string Name, float Confidence);
