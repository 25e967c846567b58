using System.Buffers;
using System.Text.Json;
using Contracts;

namespace ApiService.Sockets;

/// <summary>What the server says over a socket.</summary>
internal static class SocketMessages
{
    public static ReadOnlyMemory<byte> Received(long bytes) => Wrap("received", json => json.WriteNumberValue(bytes));

    public static ReadOnlyMemory<byte> Analysis(ReadOnlyMemory<byte> analysis) =>
        Wrap("analysis", json => json.WriteRawValue(analysis.Span, skipInputValidation: true));

    public static ReadOnlyMemory<byte> Problem(Problem problem) =>
        Wrap("problem", json => JsonSerializer.Serialize(json, problem, ContractsJsonContext.Default.Problem));

    private static ReadOnlyMemory<byte> Wrap(string member, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WritePropertyName(member);
        write(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
