using ApiService.Ingest;
using Contracts;
using Vision.Buffers;

namespace ApiService.Uploads;

/// <summary>Bytes of an upload that must be held for a moment, in pooled memory that counts for the budget of all images.</summary>
internal sealed class HeldBytes(IngestBudget budget) : IDisposable
{
    private readonly ImageBuffer buffer = new(expectedBytes: null);
    private long taken;

    public ReadOnlyMemory<byte> Memory => buffer.Memory;

    /// <exception cref="ProblemException"><c>overloaded</c>, or <c>image_too_large</c>.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        budget.Take(bytes.Length);
        taken += bytes.Length;
        buffer.Append(bytes);
    }

    public void Dispose()
    {
        budget.Return(taken);
        buffer.Dispose();
    }
}
