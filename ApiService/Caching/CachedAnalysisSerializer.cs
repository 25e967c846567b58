using System.Buffers;
using Microsoft.Extensions.Caching.Hybrid;

namespace ApiService.Caching;

/// <summary>In Redis an analysis is just its JSON.</summary>
internal sealed class CachedAnalysisSerializer : IHybridCacheSerializer<CachedAnalysis>
{
    public CachedAnalysis Deserialize(ReadOnlySequence<byte> source) => new(source.ToArray(), timings: null);

    public void Serialize(CachedAnalysis value, IBufferWriter<byte> target) => target.Write(value.Json.Span);
}
