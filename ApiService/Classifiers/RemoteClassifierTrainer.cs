using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using ApiService.Inference;
using Contracts;
using ServiceDefaults.Streaming;
using Vision.Classifiers;

namespace ApiService.Classifiers;

/// <summary>Has classifiers trained by the inference service. Leaving a call closes its connection, which ends the training.</summary>
internal sealed class RemoteClassifierTrainer(HttpClient client) : IClassifierTrainer
{
    private static readonly MediaTypeHeaderValue Bytes = new("application/octet-stream");

    public Task CheckNameAsync(string name, CancellationToken cancellationToken) => RemoteCall.RunAsync(
        async () =>
        {
            using var response = await client.GetAsync(AddressOf(name), cancellationToken);
            await RemoteCall.ThrowOnProblemAsync(response, cancellationToken);
            return true;
        },
        cancellationToken);

    public Task<TrainingResult> TrainAsync(
        string name, Stream examples, IProgress<double> progress, CancellationToken cancellationToken) =>
        RemoteCall.RunAsync(() => SendAsync(name, examples, progress, cancellationToken), cancellationToken);

    private static string AddressOf(string name) => $"/v1/classifiers/{Uri.EscapeDataString(name)}";

    private async Task<TrainingResult> SendAsync(
        string name, Stream examples, IProgress<double> progress, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(name));
        request.Content = new StreamContent(examples) { Headers = { ContentType = Bytes } };
        request.Headers.Accept.ParseAdd(ServerEvents.MediaType);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await RemoteCall.ThrowOnProblemAsync(response, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            switch (item.EventType)
            {
                case TrainingEvents.Completed:
                    return JsonSerializer.Deserialize(item.Data, ContractsJsonContext.Default.TrainingResult) ?? throw RemoteCall.Unavailable();
                case ServerEvents.FailedType:
                    throw RemoteCall.OurProblem(
                        JsonSerializer.Deserialize(item.Data, ContractsJsonContext.Default.Problem), retryAfter: null);
                case TrainingEvents.Progress:
                    progress.Report(TrainingEvents.ReadProgress(item.Data));
                    break;
            }
        }

        // The connection ended before the work did.
        throw RemoteCall.Unavailable();
    }
}
