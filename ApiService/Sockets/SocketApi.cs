using ApiService.Analyze;
using ApiService.Ingest;
using ApiService.OpenApi;
using ApiService.RateLimiting;
using Microsoft.Extensions.Options;
using ServiceDefaults.Deadlines;

namespace ApiService.Sockets;

/// <summary><c>GET /api/analyze/ws</c>: one large image in frames of any size, with word of how much has arrived.</summary>
internal static class SocketApi
{
    public static void MapSockets(this IEndpointRouteBuilder routes) =>
        routes.MapAnalyzeGroup().CountUnder(RateLimit.Analyze).MapGet("/analyze/ws", AnalyzeAsync)
            .WithName("AnalyzeSocket")
            .WithSummary("Takes an image over a WebSocket")
            .WithDescription("A text frame {\"bytes\":N,\"sha256\":\"…\",…options}, then binary frames; the last answer is {\"analysis\":…} or {\"problem\":…}.")
            .WithMetadata(new ImageRequest(MaximumImages: 0))
            .Produces(StatusCodes.Status101SwitchingProtocols)
            .ProducesProblems(400, 401, 403, 429, 504);

    public static async Task AnalyzeAsync(
        HttpContext context, SocketSession session, IOptions<SocketOptions> options, IOptions<IngestOptions> ingest, TimeProvider time)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw InvalidRequest.Of("Upgrade", "This route speaks WebSocket only.");
        }

        // The sender's own pace is watched frame by frame; the server's clock starts when the image is there.
        RequestDeadline.LiftServerLimit(context);
        var deadline = RequestDeadline.TakeOver(context);
        var socket = await context.WebSockets.AcceptWebSocketAsync();
        var pace = new SocketPace(options.Value.Silence, ingest.Value.MinimumBytesPerSecond, time);
        await using var frames = new SocketFrames(socket, pace, context.RequestAborted);
        await session.RunAsync(context, frames, deadline);
    }
}
