using System.Buffers;
using Contracts;
using Microsoft.ML.OnnxRuntime;

namespace Vision.Models.Sessions;

/// <summary>An input of a network, in memory rented from the shared pool, to be filled by its caller.</summary>
public sealed class TensorInput : IDisposable
{
    /// <summary>Most images, or whatever the first dimension counts, in one run.</summary>
    public const int MaximumBatch = 16;

    /// <summary>Most elements of one input: 16 pictures of a megapixel.</summary>
    public const long MaximumElements = 3L * 16 * 1024 * 1024;

    private readonly long[] shape;
    private readonly int count;
    private readonly IMemoryOwner<byte>? bytes;
    private readonly IMemoryOwner<float>? floats;

    /// <summary>Rents the memory, once the shape has been checked.</summary>
    /// <param name="description">What the network takes.</param>
    /// <param name="datatype">What the caller says that it sends.</param>
    /// <param name="shape">The dimensions that it sends.</param>
    /// <exception cref="ProblemException"><c>invalid_request</c>: the type, the shape or the size does not fit.</exception>
    public TensorInput(TensorDescription description, string datatype, IReadOnlyList<long> shape)
    {
        Description = description;
        this.shape = [.. shape];
        count = CountOf(description, datatype, shape);
        if (description.Datatype == TensorDescription.EightBit)
        {
            bytes = MemoryPool<byte>.Shared.Rent(count);
        }
        else
        {
            floats = MemoryPool<float>.Shared.Rent(count);
        }
    }

    /// <summary>What the network takes.</summary>
    public TensorDescription Description { get; }

    /// <summary>How many elements there are.</summary>
    public int Count => count;

    /// <summary>The elements, row by row, where the type is <c>UINT8</c>; otherwise nothing.</summary>
    public Span<byte> Bytes => bytes is null ? [] : bytes.Memory.Span[..count];

    /// <summary>The elements, row by row, where the type is <c>FP32</c>; otherwise nothing.</summary>
    public Span<float> Floats => floats is null ? [] : floats.Memory.Span[..count];

    /// <summary>Returns the memory to the pool.</summary>
    public void Dispose()
    {
        bytes?.Dispose();
        floats?.Dispose();
    }

    internal OrtValue ToValue() => bytes is not null
        ? OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, bytes.Memory[..count], shape)
        : OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, floats!.Memory[..count], shape);

    private static int CountOf(TensorDescription description, string datatype, IReadOnlyList<long> shape)
    {
        var name = $"Input '{description.Name}'";
        Require(description.Datatype is TensorDescription.EightBit or TensorDescription.SinglePrecision, $"{name} is of a datatype that is not served.");
        Require(datatype == description.Datatype, $"{name} has the datatype {description.Datatype}.");
        Require(
            shape.Count == description.Shape.Count && shape.Zip(description.Shape).All(static side => side.First > 0 && (side.Second <= 0 || side.First == side.Second)),
            $"{name} has the shape [{string.Join(", ", description.Shape)}], where -1 is any number above 0.");
        Require(shape.Count == 0 || shape[0] <= MaximumBatch || description.Shape[0] > 0, $"{name} takes a batch of at most {MaximumBatch}.");
        var elements = 1L;
        foreach (var size in shape)
        {
            Require(size <= MaximumElements / elements, $"{name} may have {MaximumElements} elements at most.");
            elements *= size;
        }

        return (int)elements;
    }

    private static void Require(bool condition, string detail)
    {
        if (!condition)
        {
            throw new ProblemException(ErrorCodes.InvalidRequest, detail);
        }
    }
}
