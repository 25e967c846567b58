using BenchmarkDotNet.Attributes;
using Load.Requests;
using Vision;

namespace Micro.Ingest;

/// <summary>The digest of an image of 110 KB.</summary>
public class DigestBenchmarks
{
    private readonly byte[] picture = LoadPicture.Create();

    [Benchmark(Description = "SHA-256")]
    public string Digest() => ImageDigest.Of(picture);
}
