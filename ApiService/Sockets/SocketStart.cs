using System.Text.Json;
using ApiService.Ingest;
using Contracts;

namespace ApiService.Sockets;

/// <summary>The first frame: how many bytes follow, their digest if the sender knows it, and the options.</summary>
/// <param name="Bytes">The size of the image.</param>
/// <param name="Digest">64 hexadecimal digits, or null.</param>
/// <param name="Options">What to compute.</param>
internal sealed record SocketStart(long Bytes, string? Digest, AnalysisOptions Options)
{
    /// <summary>Reads the frame; options of the query stand behind those of the frame.</summary>
    /// <exception cref="ProblemException"><c>invalid_request</c>.</exception>
    public static SocketStart Read(ReadOnlySpan<byte> json, string defaultModel, IQueryCollection query)
    {
        var options = new RequestOptions(defaultModel, query, mayStream: false);
        long? bytes = null;
        string? digest = null;
        foreach (var member in Parse(json).EnumerateObject())
        {
            switch (member.Name)
            {
                case "bytes" when member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt64(out var count) && count >= 0:
                    bytes = count;
                    break;
                case "sha256" when DigestOf(member.Value) is { } known:
                    digest = known;
                    break;
                case "bytes" or "sha256":
                    options.AddError(member.Name, "This value is not valid.");
                    break;
                default:
                    Take(member, options);
                    break;
            }
        }

        if (bytes is null)
        {
            options.AddError(nameof(bytes), "This member is required: the size of the image in bytes.");
        }

        return new SocketStart(bytes ?? 0, digest, options.Build());
    }

    private static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var element = JsonElement.Parse(json);
            return element.ValueKind == JsonValueKind.Object ? element : throw InvalidRequest.Of("body", "A JSON object is expected.");
        }
        catch (JsonException exception)
        {
            throw InvalidRequest.Of("body", "The first frame is not valid JSON.", exception);
        }
    }

    private static string? DigestOf(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
        var digits = text.StartsWith("sha256:", StringComparison.Ordinal) ? text["sha256:".Length..] : text;
        return digits.Length == 64 && digits.All(char.IsAsciiHexDigit) ? digits.ToLowerInvariant() : null;
    }

    private static void Take(JsonProperty member, RequestOptions options)
    {
        options.MentionInBody(member.Name);
        var values = member.Value.ValueKind == JsonValueKind.Array && member.Name == "features"
            ? [.. member.Value.EnumerateArray()]
            : new[] { member.Value };
        foreach (var value in values)
        {
            var isText = value.ValueKind == JsonValueKind.String;
            var isRightKind = isText == (member.Name is "features" or "model" or "equalize");
            options.AddFromBody(member.Name, !isRightKind ? null : isText ? value.GetString() : value.GetRawText());
        }
    }
}
