using System.Text.Json;
using System.Text.Json.Serialization;

namespace Contracts;

/// <summary>Writes a point as <c>[x, y]</c>.</summary>
internal sealed class PixelPointConverter : JsonConverter<PixelPoint>
{
    public override PixelPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A point is an array of two numbers.");
        }

        var point = new PixelPoint(Next(ref reader), Next(ref reader));
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray
            ? point
            : throw new JsonException("A point is an array of two numbers.");
    }

    public override void Write(Utf8JsonWriter writer, PixelPoint value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.X);
        writer.WriteNumberValue(value.Y);
        writer.WriteEndArray();
    }

    private static int Next(ref Utf8JsonReader reader) => reader.Read() && reader.TryGetInt32(out var value)
        ? value
        : throw new JsonException("A point is an array of two numbers.");
}
