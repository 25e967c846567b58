namespace Vision.Labels;

/// <summary>One class of a classifier.</summary>
/// <param name="Id">Its identifier, for instance a WordNet id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">The broader terms above it, from general to specific.</param>
internal sealed record LabelClass(string Id, string Name, IReadOnlyList<string> Path);
