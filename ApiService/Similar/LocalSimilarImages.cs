using System.Numerics.Tensors;
using Contracts;
using Microsoft.Extensions.Options;

namespace ApiService.Similar;

/// <summary>
/// The embeddings in the memory of this process. A search compares with all of them: ten thousand take a few milliseconds, less
/// than an index of neighbours would cost to keep.
/// </summary>
internal sealed class LocalSimilarImages(IOptions<SimilarOptions> options) : ISimilarImages
{
    private const int Decimals = 4;

    /// <summary>The less similar one first; of equals the one whose digest is the greater.</summary>
    private static readonly Comparer<(float Similarity, string Digest)> ByLikeness = Comparer<(float Similarity, string Digest)>.Create(
        static (a, b) => a.Similarity.CompareTo(b.Similarity) is var order and not 0 ? order : string.CompareOrdinal(b.Digest, a.Digest));

    private readonly Lock gate = new();
    private readonly Dictionary<(ModelReference Model, string Digest), float[]> vectors = [];
    private readonly Queue<(ModelReference Model, string Digest)> oldestFirst = [];

    public ValueTask AddAsync(Analysis analysis, CancellationToken cancellationToken)
    {
        Add(analysis.Model, analysis.Digest, [.. analysis.Embedding!.Values]);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<SimilarImage>?> FindAsync(
        ModelReference model, string digest, int count, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return ValueTask.FromResult(vectors.TryGetValue((model, digest), out var vector) ? Nearest(model, digest, vector, count) : null);
        }
    }

    /// <summary>Keeps an embedding; false if it was known.</summary>
    public bool Add(ModelReference model, string digest, float[] vector)
    {
        lock (gate)
        {
            if (!vectors.TryAdd((model, digest), vector))
            {
                return false;
            }

            oldestFirst.Enqueue((model, digest));
            if (oldestFirst.Count > options.Value.MaximumImages)
            {
                vectors.Remove(oldestFirst.Dequeue());
            }

            return true;
        }
    }

    private IReadOnlyList<SimilarImage>? Nearest(ModelReference model, string digest, float[] vector, int count)
    {
        var best = new PriorityQueue<string, (float Similarity, string Digest)>(ByLikeness);
        foreach (var (key, other) in vectors)
        {
            if (key.Model == model && key.Digest != digest)
            {
                best.Enqueue(key.Digest, (TensorPrimitives.Dot<float>(vector, other), key.Digest));
                if (best.Count > count)
                {
                    best.Dequeue();
                }
            }
        }

        return [.. best.UnorderedItems.OrderByDescending(item => item.Priority, ByLikeness)
            .Select(item => new SimilarImage(item.Element, MathF.Round(Math.Clamp(item.Priority.Similarity, -1, 1), Decimals)))];
    }
}
