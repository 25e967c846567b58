namespace Vision.Classifiers.Training;

/// <summary>The embeddings of all examples, in the order in which they came.</summary>
/// <param name="Classes">The names of the classes in the order of their characters; an example's class is an index of it.</param>
/// <param name="Examples">The examples.</param>
/// <param name="Census">Which pictures they are.</param>
internal sealed record EmbeddedSet(IReadOnlyList<string> Classes, IReadOnlyList<EmbeddedExample> Examples, ExampleCensus Census);
