using System.Buffers;
using System.Text.Json;
using ApiService.Caching;
using ApiService.Ingest;
using Contracts;
using ServiceDefaults.Problems;

namespace ApiService.Batch;

/// <summary>Analyses the images of one batch, and puts the answers in their order.</summary>
internal sealed class BatchRun(HttpContext context, AnalysisCache cache, AnalyzeRequest request)
{
    /// <summary>Gives the answer as UTF-8 JSON.</summary>
    public async Task<ReadOnlyMemory<byte>> AnalyzeAsync(CancellationToken cancellationToken) =>
        Write(await SeveralImages.WorkAsync(context, request.Images.Count, AnalyzeOneAsync, cancellationToken));

    private Task<AnalysisReply> AnalyzeOneAsync(int index, CancellationToken cancellationToken) => cache.AnalyzeAsync(
        request.Images[index].RequireImage(),
        request.Options,
        CacheUses.Of(context.Request),
        progress: null,
        request.Deadline,
        cancellationToken);

    private ReadOnlyMemory<byte> Write(IReadOnlyList<ImageOutcome<AnalysisReply>> outcomes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("results");
        for (var index = 0; index < outcomes.Count; index++)
        {
            WriteItem(json, index, outcomes[index]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void WriteItem(Utf8JsonWriter json, int index, ImageOutcome<AnalysisReply> outcome)
    {
        json.WriteStartObject();
        json.WriteNumber("index", index);
        if (outcome.Result is { } analysis)
        {
            json.WritePropertyName("analysis");
            json.WriteRawValue(analysis.Json.Span, skipInputValidation: true);
        }
        else
        {
            json.WritePropertyName("problem");
            JsonSerializer.Serialize(json, ProblemWriter.Describe(context, outcome.Problem!), ContractsJsonContext.Default.Problem);
        }

        json.WriteEndObject();
    }
}
