using System.Buffers.Binary;
using System.Text;
using Contracts;
using static Vision.Classifiers.TrainingSetFormat;

namespace Vision.Classifiers;

/// <summary>
/// Collects examples in a temporary file as they come, so that memory holds one of them at a time. Every limit is checked before an
/// example is written.
/// </summary>
public sealed class TrainingSetWriter : IDisposable
{
    private readonly ExampleCensus census;
    private FileStream? file = TemporaryFile.Create();

    /// <summary>Begins a set without examples.</summary>
    /// <param name="limits">What it may hold.</param>
    public TrainingSetWriter(ClassifiersOptions limits)
    {
        census = new ExampleCensus(limits);
        File.Write(Magic);
        File.Write(stackalloc byte[HeaderBytes - CountOffset]);
    }

    private FileStream File => file ?? throw new InvalidOperationException("The set is complete.");

    /// <summary>Adds an example, unless it is there already.</summary>
    /// <param name="label">Its class.</param>
    /// <param name="image">The picture; it is copied.</param>
    /// <exception cref="ProblemException"><c>invalid_request</c> or <c>image_too_large</c>.</exception>
    public void Add(string label, EncodedImage image)
    {
        if (!census.Add(label, image))
        {
            return;
        }

        var name = Encoding.UTF8.GetBytes(label);
        Span<byte> header = stackalloc byte[ExampleHeaderBytes];
        BinaryPrimitives.WriteUInt16LittleEndian(header, (ushort)name.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[sizeof(ushort)..], image.Bytes.Length);
        File.Write(header);
        File.Write(name);
        File.Write(image.Bytes.Span);
    }

    /// <summary>Ends the set.</summary>
    /// <returns>The set; the caller disposes of it.</returns>
    /// <exception cref="ProblemException"><c>invalid_request</c>: there is too little to learn from.</exception>
    public TrainingSet Complete()
    {
        census.Check();
        File.Position = CountOffset;
        Span<byte> count = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(count, census.Count);
        File.Write(count);
        File.Flush();
        var set = new TrainingSet(File, census.Digest());
        file = null;
        return set;
    }

    /// <summary>Removes the file of a set that was not completed.</summary>
    public void Dispose() => file?.Dispose();
}
