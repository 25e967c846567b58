using Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Tests.Fixtures;

/// <summary>An inference service that answers when the test lets it, at first without a feature if the test wants that.</summary>
internal sealed class GatedInference : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int refusals;
    private int calls;

    private GatedInference(int refusals)
    {
        this.refusals = refusals;
        var builder = OwnServer.CreateBuilder();
        application = builder.Build();
        application.MapGet("/v1/models", ListAsync);
        application.MapPost("/v1/analyze", AnswerAsync);
    }

    public Uri Address => new(application.Urls.Single());

    /// <summary>Ends when the first work has come.</summary>
    public Task Called => called.Task;

    public int Calls => Volatile.Read(ref calls);

    /// <param name="refusals">In so many answers there is no text, because that feature is overloaded.</param>
    public static async Task<GatedInference> StartAsync(int refusals = 0)
    {
        var inference = new GatedInference(refusals);
        await inference.application.StartAsync(TestContext.Current.CancellationToken);
        return inference;
    }

    public void Open() => gate.TrySetResult();

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static Task ListAsync(HttpContext context) => context.Response.WriteAsJsonAsync(
        new ModelList(
        [
            new ModelSummary
            {
                Name = AnalysisOptions.DefaultModel,
                Task = "classification",
                Version = "1",
                Versions = [],
                InputSize = 1,
                Classes = 1,
                Licence = "none",
            },
        ]),
        ContractsJsonContext.Default.ModelList);

    private async Task AnswerAsync(HttpContext context)
    {
        var call = Interlocked.Increment(ref calls);
        called.TrySetResult();
        await gate.Task.WaitAsync(context.RequestAborted);
        context.Response.Headers["Server-Timing"] = "queue;dur=1, decode;dur=2, labels;dur=3";
        await context.Response.WriteAsJsonAsync(
            new Analysis
            {
                Digest = context.Request.Headers[RequestHeaders.ImageDigest]!,
                Image = new ImageReport { Format = "jpeg", Width = 1, Height = 1, Bytes = 1, Orientation = 1, Frames = 1, HasAlpha = false, Warnings = [] },
                Model = new ModelReference(AnalysisOptions.DefaultModel, "1"),
                Errors = call <= refusals ? [new FeatureError("text", ErrorCodes.Overloaded.Code, "No text now.")] : [],
            },
            ContractsJsonContext.Default.Analysis);
    }
}
