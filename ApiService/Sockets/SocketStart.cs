using System.Text.Json;
using ApiService.Ingest;
using ApiService.Ingest.Json;
using Contracts;
using Vision;

namespace ApiService.Sockets;

/// <summary>The first frame: how many bytes follow, their digest if the sender knows it, and the options.</summary>
/// <param name="Bytes">The size of the image.</param>
/// <param name="Digest">The digest that the image shall have, or null.</param>
/// <param name="Options">What to compute.</param>
internal sealed record SocketStart(long Bytes, string? Digest, AnalysisOptions Options)
{
    /// <summary>Reads the frame; options of the query stand behind those of the frame.</summary>
    /// <exception cref="ProblemException"><c>invalid_request</c>.</exception>
    public static SocketStart Read(ReadOnlySpan<byte> json, string defaultModel, IQueryCollection query)
    {
        try
        {
            return ReadMembers(JsonElement.Parse(json), new RequestOptions(defaultModel, query, mayStream: false));
        }
        catch (JsonException exception)
        {
            throw InvalidRequest.Of("body", "The first frame is not valid JSON.", exception);
        }
    }

    private static SocketStart ReadMembers(JsonElement start, RequestOptions options)
    {
        if (start.ValueKind != JsonValueKind.Object)
        {
            throw InvalidRequest.Of("body", "A JSON object is expected.");
        }

        long? bytes = null;
        string? digest = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in start.EnumerateObject())
        {
            switch (JsonText.NameOf(member))
            {
                case var name when !seen.Add(name):
                    options.AddError(name, "This member is given more than once.");
                    break;
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

        if (!seen.Contains(nameof(bytes)))
        {
            options.AddError(nameof(bytes), "This member is required: the size of the image in bytes.");
        }

        return new SocketStart(bytes ?? 0, digest, options.Build());
    }

    private static string? DigestOf(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? JsonText.Of(value) : string.Empty;
        return ImageDigest.Normalize(text);
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
            var isRightKind = isText == (member.Name is "features" or "model" or "equalize" or "textDetail")
                && value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
            options.AddFromBody(member.Name, !isRightKind ? null : isText ? JsonText.Of(value) : value.GetRawText());
        }
    }
}
