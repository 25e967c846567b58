using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tests.Fixtures;

/// <summary>The ways in which a chat server may answer.</summary>
internal static class ChatReplies
{
    public const int InputTokens = 312;
    public const int OutputTokens = 11;

    public static Func<HttpContext, int, Task> Saying(string text) => (context, _) => WriteAsync(context, Completion(Choice(text)));

    public static Func<HttpContext, int, Task> WithoutChoices() => static (context, _) => WriteAsync(context, Completion());

    public static Func<HttpContext, int, Task> Json(string json) => (context, _) => WriteAsync(context, json);

    public static Func<HttpContext, int, Task> Status(int status, string? retryAfter = null, string body = "") => async (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsync(body, context.RequestAborted);
    };

    /// <summary>Sends the caller elsewhere.</summary>
    public static Func<HttpContext, int, Task> Redirect(Uri target) => (context, _) =>
    {
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = target.ToString();
        return Task.CompletedTask;
    };

    /// <summary>Ends the connection without an answer.</summary>
    public static Func<HttpContext, int, Task> Broken() => static (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Never answers.</summary>
    public static Func<HttpContext, int, Task> Nothing() => static (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    /// <summary>Begins an answer that has no end.</summary>
    public static Func<HttpContext, int, Task> Endless() => static async (context, _) =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{\"id\":\"", context.RequestAborted);
        var filling = new string('x', 64 * 1024);
        while (true)
        {
            await context.Response.WriteAsync(filling, context.RequestAborted);
        }
    };

    /// <summary>The first calls are answered in one way, the others in another.</summary>
    public static Func<HttpContext, int, Task> First(int count, Func<HttpContext, int, Task> first, Func<HttpContext, int, Task> then) =>
        (context, number) => number <= count ? first(context, number) : then(context, number);

    private static JsonObject Choice(string text) => new()
    {
        ["index"] = 0,
        ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
        ["finish_reason"] = "stop",
    };

    private static string Completion(params JsonNode[] choices) => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1700000000,
        ["model"] = ChatServer.Model,
        ["choices"] = new JsonArray(choices),
        ["usage"] = new JsonObject
        {
            ["prompt_tokens"] = InputTokens,
            ["completion_tokens"] = OutputTokens,
            ["total_tokens"] = InputTokens + OutputTokens,
        },
    }.ToJsonString();

    private static async Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json, context.RequestAborted);
    }
}
