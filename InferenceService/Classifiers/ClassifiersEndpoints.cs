using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading.Channels;
using Contracts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ServiceDefaults.Deadlines;
using ServiceDefaults.Http;
using ServiceDefaults.Streaming;
using Vision.Classifiers;

namespace InferenceService.Classifiers;

internal static class ClassifiersEndpoints
{
    public static void MapClassifiers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/classifiers");
        group.MapGet("/{name}", CheckNameAsync)
            .WithName("CheckClassifierName")
            .WithSummary("Whether a custom classifier may bear the name. Internal: the public contract is the API service's.");
        group.MapPost("/{name}", TrainAsync)
            .WithName("TrainClassifier")
            .WithSummary("Trains a classifier; the body is a set of examples, the reply server-sent events. Internal.");
    }

    public static async Task<NoContent> CheckNameAsync(string name, IClassifierTrainer trainer, CancellationToken cancellationToken)
    {
        await trainer.CheckNameAsync(name, cancellationToken);
        return TypedResults.NoContent();
    }

    public static async Task<ServerSentEventsResult<string>> TrainAsync(
        string name, HttpContext context, IClassifierTrainer trainer, IOptions<ClassifiersOptions> limits, CancellationToken cancellationToken)
    {
        await trainer.CheckNameAsync(name, cancellationToken);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = TrainingSet.MaximumBytes(limits.Value);
        }

        var examples = TemporaryFile.Create();
        context.Response.RegisterForDisposeAsync(examples);

        // The caller is told how the work goes on while it does, which HTTP/1.1 allows only once the whole body is here.
        await RequestBody.ReadAsync(context.Request, examples.Write, cancellationToken);
        examples.Position = 0;
        RequestDeadline.LiftServerLimit(context);
        return ServerEvents.Run(context, (events, token) => TellAsync(name, examples, trainer, events, token));
    }

    private static async Task TellAsync(
        string name, Stream examples, IClassifierTrainer trainer, ChannelWriter<SseItem<string>> events, CancellationToken cancellationToken)
    {
        var result = await trainer.TrainAsync(name, examples, new TrainingEvents(events), cancellationToken);
        var data = JsonSerializer.Serialize(result, ContractsJsonContext.Default.TrainingResult);
        events.TryWrite(new SseItem<string>(data, TrainingEvents.Completed));
    }
}
