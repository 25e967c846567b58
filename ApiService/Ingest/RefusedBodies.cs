using Contracts;
using Microsoft.AspNetCore.Http.Features;
using ServiceDefaults.Http;

namespace ApiService.Ingest;

/// <summary>
/// Reads on after a request has been refused in the middle of its body. The reply is out at once, but many clients look at it
/// only when they have sent everything; the server itself would cut them off after five seconds, and the reply would be lost.
/// </summary>
internal static class RefusedBodies
{
    /// <summary>
    /// The most that a body may have before its sender is cut off. Every reader has a far lower limit of its own and says so in a
    /// reply; beyond this one nobody waits for the reply.
    /// </summary>
    public const long MaximumBytes = 1024L * 1024 * 1024;

    /// <summary>The same where the sender does not tell the length: such a body may never end.</summary>
    private const long MaximumBytesUntold = 28 * 1024 * 1024;

    private const long Spare = 2 * 1024 * 1024;

    /// <summary>Long enough for 20 MB on a slow line; the minimum data rate holds meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static ProblemException TooLarge() => new(ErrorCodes.ImageTooLarge, "The request body is larger than the limit.");

    /// <summary>Lets a body of so many bytes come whose length is not told, and enough beyond it to say that there are too many.</summary>
    public static void Admit(HttpRequest request, long bytes)
    {
        if (request.ContentLength is null
            && request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Math.Max(MaximumBytesUntold, bytes + Spare);
        }
    }

    public static void UseRefusedBodies(this WebApplication app) => app.Use(static async (context, next) =>
    {
        Admit(context.Request, bytes: 0);
        await next(context);
        if (context.Response.StatusCode >= StatusCodes.Status400BadRequest
            && !context.WebSockets.IsWebSocketRequest && context.Request.Protocol == HttpProtocol.Http11)
        {
            await DrainAsync(context);
        }
    });

    private static async Task DrainAsync(HttpContext context)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            await context.Response.CompleteAsync();
            var body = context.Request.BodyReader;
            bool isCompleted;
            do
            {
                var read = await RequestBody.ReadAsync(body, patience.Token);
                isCompleted = read.IsCompleted;
                body.AdvanceTo(read.Buffer.End);
            }
            while (!isCompleted);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The sender left, took too long, or sends more than any body may have.
        }
    }
}
