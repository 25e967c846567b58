using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading.Channels;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Deadlines;
using ServiceDefaults.Streaming;
using Vision;
using Vision.Models;
using Vision.Options;
using Vision.Probing;

namespace InferenceService.Analyze;

internal static class AnalyzeEndpoint
{
    public static async Task<Results<Ok<Analysis>, ServerSentEventsResult<string>>> AnalyzeAsync(
        HttpContext context, IImageAnalyzer analyzer, CancellationToken cancellationToken)
    {
        var options = ReadOptions(context.Request.Query);
        var body = await BodyReader.ReadAsync(context.Request, cancellationToken);
        context.Response.RegisterForDispose(body);
        RequestDeadline.BodyReceived(context);
        var deadline = TimeLeftHeader.Read(context);

        var bytes = body.Memory;
        var image = new EncodedImage(bytes, DigestOf(context.Request, bytes), ImageProbe.Read(bytes.Span));
        if (ServerEvents.IsAccepted(context.Request))
        {
            return ServerEvents.Run(context, (events, token) => TellAsync(analyzer, image, options, deadline, events, token));
        }

        var outcome = await analyzer.AnalyzeAsync(image, options, progress: null, deadline, cancellationToken);
        context.Response.Headers[ServerTiming.HeaderName] = ServerTiming.Format(outcome.Timings);
        context.Response.Headers[ModelReferences.HeaderName] = ModelReferences.Format(outcome.Models ?? []);
        if (outcome.IsProvisional)
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        return TypedResults.Ok(outcome.Analysis);
    }

    private static async Task TellAsync(
        IImageAnalyzer analyzer,
        EncodedImage image,
        AnalysisOptions options,
        Deadline deadline,
        ChannelWriter<SseItem<string>> events,
        CancellationToken cancellationToken)
    {
        var outcome = await analyzer.AnalyzeAsync(image, options, new AnalysisEventWriter(events), deadline, cancellationToken);
        if (outcome.IsProvisional)
        {
            events.TryWrite(new SseItem<string>("{}", AnalysisEvent.ProvisionalType));
        }

        var analysis = JsonSerializer.Serialize(outcome.Analysis, ContractsJsonContext.Default.Analysis);
        events.TryWrite(new SseItem<string>(ModelReferences.Format(outcome.Models ?? []), ModelReferences.EventType));
        events.TryWrite(new SseItem<string>(analysis, "completed"));
    }

    private static AnalysisOptions ReadOptions(IQueryCollection query)
    {
        var builder = new AnalysisOptionsBuilder();
        foreach (var (name, values) in query)
        {
            builder.Set(name, values);
        }

        return builder.Build();
    }

    // The API hashed the image while it arrived; whoever calls directly gets the digest computed here.
    private static string DigestOf(HttpRequest request, ReadOnlyMemory<byte> bytes) =>
        request.Headers[RequestHeaders.ImageDigest] is [{ } known] ? known : ImageDigest.Of(bytes.Span);
}
