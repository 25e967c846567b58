using System.Globalization;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Tests.Fixtures;

namespace Tests.Web;

/// <summary>A real server where the API would be, which does on demand what the API does seldom or not yet.</summary>
internal sealed class StandInApi : IAsyncDisposable
{
    public const string Refusal = "too large";

    private readonly WebApplication app;

    private StandInApi(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>The second event of <c>/api/events</c> waits for it.</summary>
    public TaskCompletionSource SecondEventMayCome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set when the caller of <c>/api/endless</c> has arrived.</summary>
    public TaskCompletionSource CallerArrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set when the caller of <c>/api/endless</c> has left.</summary>
    public TaskCompletionSource CallerLeft { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<StandInApi> StartAsync(CancellationToken cancellationToken)
    {
        var builder = OwnServer.CreateBuilder();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var standIn = new StandInApi(builder.Build());
        await standIn.RunAsync(cancellationToken);
        return standIn;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        app.UseWebSockets();
        app.MapGet("/api/forwarded", static (HttpRequest request) =>
            $"{request.Headers["X-Forwarded-For"]} {request.Headers["X-Forwarded-Host"]} {request.Headers["X-Forwarded-Proto"]}");
        app.MapPost("/", static (HttpRequest request) => $"{request.Host} {request.Headers["X-Amz-Target"]}");
        app.MapPost("/computervision/{rest}", static (HttpRequest request) => $"{request.Path}{request.QueryString}");
        app.MapPost("/v1/{rest}", static (HttpRequest request) => $"{request.Path}{request.QueryString}");
        app.MapPost("/api/count", CountAsync);
        app.MapPost("/api/little", RefuseOverOneMegabyteAsync);
        app.MapGet("/api/events", WriteEventsAsync);
        app.MapGet("/api/endless", WaitForTheCallerToLeaveAsync);
        app.MapGet("/api/socket", EchoAsync);
        app.MapGet("/scalar/", static (HttpResponse response) => response.Headers.ContentSecurityPolicy = "default-src 'self'");
        await app.StartAsync(cancellationToken);
    }

    private static async Task<string> CountAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var count = 0L;
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            count += read;
        }

        return count.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<IResult> RefuseOverOneMegabyteAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = 1024 * 1024;
        try
        {
            return Results.Text(await CountAsync(request, cancellationToken));
        }
        catch (BadHttpRequestException refusal)
        {
            return Results.Text(Refusal, statusCode: refusal.StatusCode);
        }
    }

    private static async Task EchoAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[1024];
        var received = await socket.ReceiveAsync(buffer, cancellationToken);
        await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, endOfMessage: true, cancellationToken);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, cancellationToken);
    }

    private async Task WriteEventsAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";
        await response.WriteAsync("data: first\n\n", cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
        await SecondEventMayCome.Task.WaitAsync(cancellationToken);
        await response.WriteAsync("data: second\n\n", cancellationToken);
    }

    private async Task WaitForTheCallerToLeaveAsync(CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(() => CallerLeft.TrySetResult());
        CallerArrived.SetResult();
        await CallerLeft.Task;
    }
}
