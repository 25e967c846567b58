using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ApiService.Caching;
using ApiService.Ingest;
using Contracts;
using Vision;

namespace ApiService.Analyze;

/// <summary>Tells a caller of one analysis as it goes on. An answer that is there already is told in the same events.</summary>
internal sealed class AnalysisStream(AnalysisCache cache, ChannelWriter<SseItem<string>> events) : IProgress<AnalysisEvent>
{
    private volatile bool hasToldFeatures;

    public async Task TellAsync(AnalyzeRequest request, CacheUse use, CancellationToken cancellationToken)
    {
        Accept(request.Image.Image);
        var reply = await cache.AnalyzeAsync(request.Image, request.Options, use, this, request.Deadline, cancellationToken);
        if (!hasToldFeatures)
        {
            Report(AnalysisEvent.Progress("cache"));
            TellFeatures(request.Options.Features, reply);
        }

        Write("completed", Encoding.UTF8.GetString(reply.Json.Span));
    }

    public void Report(AnalysisEvent value)
    {
        hasToldFeatures |= value.Type == AnalysisEvent.FeatureType;
        Write(value.Type, value.Data);
    }

    private void Accept(EncodedImage image)
    {
        var report = JsonSerializer.SerializeToNode(ImageReports.Of(image), ContractsJsonContext.Default.ImageReport);
        Write("accepted", new JsonObject { ["digest"] = image.Digest, ["image"] = report }.ToJsonString());
    }

    private void TellFeatures(Features features, AnalysisReply reply)
    {
        var analysis = JsonSerializer.Deserialize(reply.Json.Span, ContractsJsonContext.Default.Analysis)!;
        foreach (var feature in FeatureNames.Split(features))
        {
            Report(AnalysisEvent.Feature(feature, analysis));
        }
    }

    private void Write(string type, string data) => events.TryWrite(new SseItem<string>(data, type));
}
