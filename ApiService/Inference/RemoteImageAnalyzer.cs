using System.Globalization;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Contracts;
using ServiceDefaults.Streaming;
using Vision;
using Vision.Models;

namespace ApiService.Inference;

/// <summary>Has images analysed by the inference service. Leaving a call closes its connection, which takes the queued work with it.</summary>
internal sealed class RemoteImageAnalyzer(HttpClient client) : IImageAnalyzer
{
    private static readonly MediaTypeHeaderValue Bytes = new("application/octet-stream");

    public Task<AnalysisOutcome> AnalyzeAsync(
        EncodedImage image, AnalysisOptions options, IProgress<AnalysisEvent>? progress, Deadline deadline, CancellationToken cancellationToken) =>
        RemoteCall.RunAsync(() => SendAsync(image, options, progress, deadline, cancellationToken), cancellationToken);

    private async Task<AnalysisOutcome> SendAsync(
        EncodedImage image, AnalysisOptions options, IProgress<AnalysisEvent>? progress, Deadline deadline, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/analyze" + AnalysisQuery.Format(options));
        request.Content = new ReadOnlyMemoryContent(image.Bytes) { Headers = { ContentType = Bytes } };
        request.Headers.Add(RequestHeaders.ImageDigest, image.Digest);
        if (options.Features.HasFlag(Features.Caption) && deadline.Left is { } left)
        {
            request.Headers.Add(RequestHeaders.TimeLeft, ((long)left.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        }

        if (progress is not null)
        {
            request.Headers.Accept.ParseAdd(ServerEvents.MediaType);
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await RemoteCall.ThrowOnProblemAsync(response, cancellationToken);
        if (progress is not null)
        {
            return await FollowAsync(response, progress, cancellationToken);
        }

        var analysis = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.Analysis, cancellationToken);
        return new AnalysisOutcome(analysis ?? throw RemoteCall.Unavailable(), TimingsOf(response))
        {
            Models = ModelsOf(response),
            IsProvisional = response.Headers.CacheControl is { NoStore: true },
        };
    }

    private static async Task<AnalysisOutcome> FollowAsync(
        HttpResponseMessage response, IProgress<AnalysisEvent> progress, CancellationToken cancellationToken)
    {
        var isProvisional = false;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        IReadOnlyList<ModelReference>? models = null;
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            switch (item.EventType)
            {
                case "completed":
                    var analysis = JsonSerializer.Deserialize(item.Data, ContractsJsonContext.Default.Analysis);
                    return new AnalysisOutcome(analysis ?? throw RemoteCall.Unavailable(), [])
                    {
                        Models = models,
                        IsProvisional = isProvisional,
                    };
                case ModelReferences.EventType:
                    models = ModelReferences.Parse(item.Data);
                    break;
                case AnalysisEvent.ProvisionalType:
                    isProvisional = true;
                    break;
                case ServerEvents.FailedType:
                    throw RemoteCall.OurProblem(
                        JsonSerializer.Deserialize(item.Data, ContractsJsonContext.Default.Problem), retryAfter: null);
                default:
                    progress.Report(new AnalysisEvent(item.EventType, item.Data));
                    break;
            }
        }

        // The connection ended before the work did.
        throw RemoteCall.Unavailable();
    }

    private static IReadOnlyList<ModelReference>? ModelsOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(ModelReferences.HeaderName, out var values)
            ? ModelReferences.Parse(string.Join(',', values))
            : null;

    private static IReadOnlyList<StageTiming> TimingsOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(ServerTiming.HeaderName, out var values)
            ? ServerTiming.Parse(string.Join(',', values))
            : [];
}
