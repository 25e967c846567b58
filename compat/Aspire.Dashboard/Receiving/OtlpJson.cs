using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;

namespace Aspire.Dashboard.Receiving;

/// <summary>OTLP as JSON: that of protocol buffers, but ids are hexadecimal.</summary>
internal static class OtlpJson
{
    private static readonly string[] Ids = ["traceId", "spanId", "parentSpanId"];

    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidProtocolBufferException">It is something else.</exception>
    /// <exception cref="FormatException">An id is none.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json)
        where T : IMessage<T>, new()
    {
        var node = JsonNode.Parse(json);
        Convert(node, static id => System.Convert.ToBase64String(System.Convert.FromHexString(id)));
        return Parser.Parse<T>(node?.ToJsonString() ?? "{}");
    }

    public static string Write(IMessage message)
    {
        var node = JsonNode.Parse(JsonFormatter.Default.Format(message));
        Convert(node, static id => System.Convert.ToHexStringLower(System.Convert.FromBase64String(id)));
        return node!.ToJsonString();
    }

    private static void Convert(JsonNode? node, Func<string, string> id)
    {
        if (node is JsonArray array)
        {
            foreach (var one in array)
            {
                Convert(one, id);
            }
        }
        else if (node is JsonObject parts)
        {
            foreach (var (name, value) in parts.ToList())
            {
                if (Ids.Contains(name, StringComparer.Ordinal) && value?.GetValueKind() == JsonValueKind.String)
                {
                    parts[name] = id(value.GetValue<string>());
                }
                else
                {
                    Convert(value, id);
                }
            }
        }
    }
}
