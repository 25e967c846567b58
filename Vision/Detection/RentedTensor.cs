using System.Buffers;
using Vision.Models.Sessions;

namespace Vision.Detection;

/// <summary>Room for one output of a model, rented from the shared pool: a detector gives a megabyte of scores.</summary>
internal sealed class RentedTensor : IDisposable
{
    private readonly IMemoryOwner<float> rented;

    public RentedTensor(ModelSession session, string name)
    {
        var shape = session.ShapeOf(name);
        var length = checked((int)shape.Aggregate(1L, static (product, size) => product * size));
        rented = MemoryPool<float>.Shared.Rent(length);
        Target = new OutputTensor(name, rented.Memory[..length], shape);
    }

    public OutputTensor Target { get; }

    public ReadOnlySpan<float> Values => Target.Values.Span;

    public void Dispose() => rented.Dispose();
}
