namespace Vision.Classifiers;

/// <summary>A complete set of examples in a temporary file, which is gone when the set is disposed of.</summary>
/// <param name="file">The file.</param>
/// <param name="digest">Identifies the examples with their labels, in whatever order they came.</param>
public sealed class TrainingSet(FileStream file, string digest) : IDisposable
{
    /// <summary>Identifies the examples with their labels, in whatever order they came: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public string Digest => digest;

    /// <summary>Number of bytes.</summary>
    public long Length { get; } = file.Length;

    /// <summary>The most bytes that a set can have.</summary>
    /// <param name="limits">What it may hold.</param>
    public static long MaximumBytes(ClassifiersOptions limits) => TrainingSetFormat.HeaderBytes + limits.MaximumBytes
        + ((long)limits.MaximumExamples * (TrainingSetFormat.ExampleHeaderBytes + TrainingSetFormat.MaximumLabelBytes));

    /// <summary>Reads the set from its beginning; several may read at once, until it is disposed of.</summary>
    public Stream OpenRead() => new TrainingSetStream(file.SafeFileHandle, Length);

    /// <summary>Removes the file.</summary>
    public void Dispose() => file.Dispose();
}
