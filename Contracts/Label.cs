namespace Contracts;

/// <summary>One class of a classifier and its probability.</summary>
/// <param name="Id">The class's identifier in its label set, for instance a WordNet id.</param>
/// <param name="Name">The class's name in words.</param>
/// <param name="Confidence">Its probability, 0 to 1, rounded to four decimals.</param>
public sealed record Label(string Id, string Name, float Confidence);
