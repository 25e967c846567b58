using System.IO.Compression;
using System.Text.Json;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Aspire.Dashboard.Receiving;

/// <summary>Telemetry in the body of a request (OTLP/HTTP): protocol buffers or JSON, compressed or not.</summary>
internal static class OtlpBody
{
    /// <summary>The most bytes of one body, also once it is unpacked.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private const string Protobuf = "application/x-protobuf";
    private const string Json = "application/json";

    public static async Task HandleAsync<T>(HttpContext context, Func<T, IMessage> take, CancellationToken cancellationToken)
        where T : class, IMessage<T>, new()
    {
        var isJson = context.Request.ContentType?.StartsWith(Json, StringComparison.OrdinalIgnoreCase) == true;
        if (!isJson && context.Request.ContentType?.StartsWith(Protobuf, StringComparison.OrdinalIgnoreCase) != true)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        if (await ReadAsync(context.Request, cancellationToken) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (Parse<T>(body, isJson) is not { } message)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var answer = take(message);
        context.Response.ContentType = isJson ? Json : Protobuf;
        await context.Response.Body.WriteAsync(
            isJson ? System.Text.Encoding.UTF8.GetBytes(OtlpJson.Write(answer)) : answer.ToByteArray(), cancellationToken);
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var isPacked = string.Equals(request.Headers.ContentEncoding, "gzip", StringComparison.OrdinalIgnoreCase);
        await using var source = isPacked ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
        using var body = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (int read; (read = await source.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if (body.Length + read > MostBytes)
            {
                return null;
            }

            await body.WriteAsync(piece.AsMemory(0, read), cancellationToken);
        }

        return body.ToArray();
    }

    private static T? Parse<T>(byte[] body, bool isJson)
        where T : class, IMessage<T>, new()
    {
        try
        {
            return isJson ? OtlpJson.Read<T>(body) : new MessageParser<T>(static () => new T()).ParseFrom(body);
        }
        catch (Exception exception) when (exception is InvalidProtocolBufferException or JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
