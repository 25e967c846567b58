using System.Buffers.Text;
using System.Diagnostics.Metrics;
using System.Text;
using ApiService.Ingest;
using ApiService.Ingest.Json;
using ApiService.Telemetry;
using BenchmarkDotNet.Attributes;
using Load.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Micro.Ingest;

/// <summary>An image of 110 KB as base64 in a body of JSON: all that is done with it until its bytes are there, hashed and probed.</summary>
public class JsonIngestBenchmarks
{
    private readonly JsonBodyReader reader = new();
    private ServiceProvider services = null!;
    private IngestBudget budget = null!;
    private byte[] text = [];
    private byte[] body = [];
    private byte[] bytes = [];

    [GlobalSetup]
    public void Prepare()
    {
        services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var telemetry = new ApiTelemetry(services.GetRequiredService<IMeterFactory>());
        budget = new IngestBudget(Options.Create(new IngestOptions()), telemetry);
        bytes = LoadPicture.Create();
        text = Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes));
        body = [.. "{\"image\":\""u8, .. text, .. "\"}"u8];
    }

    [GlobalCleanup]
    public void CleanUp() => services.Dispose();

    [Benchmark(Description = "the ingest of the product")]
    public async Task<long> IngestAsync()
    {
        using var stream = new MemoryStream(body, writable: false);
        var context = new DefaultHttpContext { Request = { Body = stream, ContentLength = body.Length } };
        using var images = new RequestImages(maximum: 1, body.Length, budget);
        var options = new RequestOptions("efficientnet-lite0", QueryCollection.Empty, mayStream: false);
        await reader.ReadAsync(context.Request, images, options, CancellationToken.None);
        images.Slots[0].Complete();
        return images.Slots[0].Image.Image.Bytes.Length;
    }

    [Benchmark(Baseline = true, Description = "base64 alone")]
    public int Decode()
    {
        Base64.DecodeFromUtf8(text, bytes, out _, out var written);
        return written;
    }
}
