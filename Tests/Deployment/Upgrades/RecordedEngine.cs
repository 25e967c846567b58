using System.Text.Json.Nodes;
using Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tests.Fixtures;

namespace Tests.Deployment.Upgrades;

/// <summary>An inference service of the first release: it says word for word what that one said.</summary>
internal sealed class RecordedEngine : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Action<JsonObject> change;
    private int analyses;

    private RecordedEngine(WebApplication app, Action<JsonObject> change)
    {
        this.app = app;
        this.change = change;
    }

    public Uri Address => new(app.Urls.Single());

    /// <summary>How many images it has been sent.</summary>
    public int Analyses => Volatile.Read(ref analyses);

    /// <param name="change">Makes another release of it: what it does to the body of each answer.</param>
    /// <param name="cancellationToken">Ends the wait for its start.</param>
    public static async Task<RecordedEngine> StartAsync(Action<JsonObject> change, CancellationToken cancellationToken)
    {
        var builder = OwnServer.CreateBuilder();
        var engine = new RecordedEngine(builder.Build(), change);
        engine.app.MapPost("/v1/analyze", engine.AnalyzeAsync);
        engine.app.MapGet("/v1/models", () => engine.Answer(RecordedContract.Models));
        engine.app.MapGet("/health/ready", static () => Results.Text("""{"status":"Healthy","checks":{}}""", "application/json"));
        await engine.app.StartAsync(cancellationToken);
        return engine;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> AnalyzeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await request.Body.CopyToAsync(Stream.Null, cancellationToken);
        Interlocked.Increment(ref analyses);
        if (request.Headers.Accept == "text/event-stream")
        {
            return Results.Text(RecordedContract.AnalyzeEvents, "text/event-stream");
        }

        var recorded = RecordedContract.AnalyzeResponse;
        foreach (var (name, value) in recorded["headers"]!.AsObject())
        {
            request.HttpContext.Response.Headers[name] = value!.GetValue<string>();
        }

        // The one thing that depends on the image: whose answer it is.
        var body = recorded["body"]!.DeepClone().AsObject();
        body["digest"] = request.Headers[RequestHeaders.ImageDigest].ToString();
        return Answer(body);
    }

    private IResult Answer(JsonObject body)
    {
        change(body);
        return Results.Text(body.ToJsonString(), "application/json");
    }
}
