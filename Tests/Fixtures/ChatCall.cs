using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Tests.Fixtures;

/// <summary>What a chat server was asked.</summary>
/// <param name="Authorization">The header, empty without one.</param>
/// <param name="Model">The model.</param>
/// <param name="Prompt">The text of the one message.</param>
/// <param name="ImageType">The media type of its picture.</param>
/// <param name="Image">The picture's bytes.</param>
/// <param name="Body">All of it.</param>
internal sealed record ChatCall(string Authorization, string Model, string Prompt, string ImageType, byte[] Image, string Body)
{
    public static async Task<ChatCall> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        using var json = JsonDocument.Parse(body);
        var parts = json.RootElement.GetProperty("messages").EnumerateArray().Single().GetProperty("content").EnumerateArray().ToList();
        var url = parts.Single(part => TypeOf(part) == "image_url").GetProperty("image_url").GetProperty("url").GetString()!;
        var (prefix, base64) = (url[..url.IndexOf(',', StringComparison.Ordinal)], url[(url.IndexOf(',', StringComparison.Ordinal) + 1)..]);
        return new ChatCall(
            request.Headers.Authorization.ToString(),
            json.RootElement.GetProperty("model").GetString()!,
            parts.Single(part => TypeOf(part) == "text").GetProperty("text").GetString()!,
            prefix["data:".Length..^";base64".Length],
            Convert.FromBase64String(base64),
            body);
    }

    private static string? TypeOf(JsonElement part) => part.GetProperty("type").GetString();
}
