namespace ApiService.Ingest;

/// <summary>
/// Reads on after a request has been refused in the middle of its body. The reply is out at once, but many clients look at it
/// only when they have sent everything; the server itself would cut them off after five seconds, and the reply would be lost.
/// </summary>
internal static class RefusedBodies
{
    /// <summary>Long enough for 20 MB on a slow line; the minimum data rate holds meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static void UseRefusedBodies(this WebApplication app) => app.Use(static async (context, next) =>
    {
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
                var read = await body.ReadAsync(patience.Token);
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
