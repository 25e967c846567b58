namespace Vision.Classifiers.Training;

/// <summary>What is left of an example once its picture has gone.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Digest">The picture's digest.</param>
/// <param name="Views">The embeddings of the picture as an analysis sees it, first, and of its variants.</param>
internal sealed record EmbeddedExample(int Class, string Digest, IReadOnlyList<float[]> Views)
{
    /// <summary>The embedding that an analysis would give.</summary>
    public float[] Embedding => Views[0];
}
