using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Contracts;

namespace Micro.Answers;

/// <summary>An analysis with five labels as JSON, by generated code.</summary>
public class SerializationBenchmarks
{
    private readonly Analysis analysis = new()
    {
        Digest = "sha256:" + new string('0', 64),
        Image = new ImageReport
        {
            Format = "jpeg",
            Width = 500,
            Height = 375,
            Bytes = 110_000,
            Orientation = 1,
            Frames = 1,
            HasAlpha = false,
            Warnings = [],
        },
        Model = new ModelReference("efficientnet-lite0", "1"),
        Labels = [.. Enumerable.Range(1, 5).Select(static rank => new Label($"n0387706{rank}", "palace", 0.5f / rank))],
        Concepts = [new Concept("building", 0.8f), new Concept("structure", 0.9f)],
    };

    [Benchmark(Description = "analysis to UTF-8")]
    public byte[] Serialize() => JsonSerializer.SerializeToUtf8Bytes(analysis, ContractsJsonContext.Default.Analysis);
}
