using System.Net.Http.Headers;
using Contracts;
using Vision;
using Vision.Options;

namespace ApiService.Inference;

/// <summary>Has images analysed by the inference service. Leaving a call closes its connection, which takes the queued work with it.</summary>
internal sealed class RemoteImageAnalyzer(HttpClient client) : IImageAnalyzer
{
    private static readonly MediaTypeHeaderValue Bytes = new("application/octet-stream");

    public Task<AnalysisOutcome> AnalyzeAsync(
        EncodedImage image, AnalysisOptions options, CancellationToken cancellationToken) =>
        RemoteCall.RunAsync(() => SendAsync(image, options, cancellationToken), cancellationToken);

    private async Task<AnalysisOutcome> SendAsync(
        EncodedImage image, AnalysisOptions options, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/analyze" + AnalysisQuery.Format(options));
        request.Content = new ReadOnlyMemoryContent(image.Bytes) { Headers = { ContentType = Bytes } };
        request.Headers.Add(RequestHeaders.ImageDigest, image.Digest);

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await RemoteCall.ThrowOnProblemAsync(response, cancellationToken);
        var analysis = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.Analysis, cancellationToken);
        return new AnalysisOutcome(analysis ?? throw RemoteCall.Unavailable(), TimingsOf(response));
    }

    private static IReadOnlyList<StageTiming> TimingsOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(ServerTiming.HeaderName, out var values)
            ? ServerTiming.Parse(string.Join(',', values))
            : [];
}
