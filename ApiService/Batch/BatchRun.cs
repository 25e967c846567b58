using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ApiService.Caching;
using ApiService.Ingest;
using Contracts;
using ServiceDefaults.Problems;

namespace ApiService.Batch;

/// <summary>Analyses the images of one batch, a few at a time, and puts the answers in their order.</summary>
internal sealed class BatchRun(HttpContext context, AnalysisCache cache, AnalyzeRequest request)
{
    /// <summary>A batch shall not fill the engine's queue on its own.</summary>
    private const int InFlight = 4;

    private readonly ReadOnlyMemory<byte>?[] analyses = new ReadOnlyMemory<byte>?[request.Images.Count];
    private readonly ProblemException?[] problems = [.. request.Images.Select(static image => image.Problem)];

    /// <summary>Gives the answer as UTF-8 JSON.</summary>
    public async Task<ReadOnlyMemory<byte>> AnalyzeAsync(CancellationToken cancellationToken)
    {
        var valid = Enumerable.Range(0, analyses.Length).Where(index => problems[index] is null);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(valid, limits, AnalyzeOneAsync);
        return Write();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong with one image is told in its place; the others go on.")]
    private async ValueTask AnalyzeOneAsync(int index, CancellationToken cancellationToken)
    {
        try
        {
            var image = request.Images[index].Image;
            var use = CacheUses.Of(context.Request);
            analyses[index] = (await cache.AnalyzeAsync(
                image, request.Options, use, progress: null, request.Deadline, cancellationToken)).Json;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            problems[index] = RequestProblems.Of(context, exception);
        }
    }

    private ReadOnlyMemory<byte> Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("results");
        for (var index = 0; index < analyses.Length; index++)
        {
            WriteItem(json, index);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void WriteItem(Utf8JsonWriter json, int index)
    {
        json.WriteStartObject();
        json.WriteNumber("index", index);
        if (analyses[index] is { } analysis)
        {
            json.WritePropertyName("analysis");
            json.WriteRawValue(analysis.Span, skipInputValidation: true);
        }
        else
        {
            json.WritePropertyName("problem");
            JsonSerializer.Serialize(json, ProblemWriter.Describe(context, problems[index]!), ContractsJsonContext.Default.Problem);
        }

        json.WriteEndObject();
    }
}
