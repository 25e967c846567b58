namespace Contracts;

/// <summary>One class that a model can tell.</summary>
/// <param name="Id">The class's identifier in its label set, for instance a WordNet id.</param>
/// <param name="Name">The class's name in words.</param>
/// <param name="Path">The broader terms above it, from general to specific; absent where the label set has none.</param>
public sealed record LabelDescription(string Id, string Name, IReadOnlyList<string>? Path = null);
