namespace Vision.Labels;

/// <summary>One broader term at one place of the tree.</summary>
/// <param name="Name">The term.</param>
/// <param name="Parent">Index of the term above it, or -1.</param>
/// <param name="Depth">Number of terms above it.</param>
/// <param name="IsClass">Whether the place belongs to a class of the label set.</param>
internal readonly record struct ConceptNode(string Name, int Parent, int Depth, bool IsClass);
