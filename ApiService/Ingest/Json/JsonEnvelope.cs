using System.Buffers;
using System.Text.Json;

namespace ApiService.Ingest.Json;

/// <summary>
/// A JSON body without its images. The texts of the images go where they belong as they come; what is left is small, and has the
/// number of the image in the place of each.
/// </summary>
/// <param name="images">Where the images go.</param>
/// <param name="imageMember">The member that holds an image: the names from the root to it, with dots between them; arrays have no name.</param>
internal sealed class JsonEnvelope(RequestImages images, string imageMember)
{
    /// <summary>The most that may be left.</summary>
    public const int MaximumBytes = 64 * 1024;

    private const int MaximumDepth = 16;

    private readonly ArrayBufferWriter<byte> rest = new();
    private readonly string?[] names = new string?[MaximumDepth + 2];
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = MaximumDepth });
    private JsonImageText? text;
    private Utf8JsonWriter? writer;

    private JsonImageText Text => text ??= new JsonImageText(Start, areSeveral: false);

    private Utf8JsonWriter Writer => writer ??= new Utf8JsonWriter(rest);

    /// <summary>Reads as far as the bytes reach.</summary>
    /// <returns>What could not be used yet.</returns>
    /// <exception cref="JsonException">The body is no JSON object, or too much is left of it.</exception>
    public ReadOnlySequence<byte> Read(ReadOnlySequence<byte> buffer, bool isLast)
    {
        while (true)
        {
            var before = Text.Place;
            buffer = before == JsonPlace.Structure ? ReadStructure(buffer, isLast) : Text.Read(buffer, ref state);
            if (Text.Place == before)
            {
                return buffer;
            }
        }
    }

    /// <summary>Gives what is left of the whole body, as UTF-8 JSON.</summary>
    /// <exception cref="JsonException">The body ends in the middle of an image.</exception>
    public ReadOnlyMemory<byte> Complete()
    {
        if (Text.Place != JsonPlace.Structure)
        {
            throw new JsonException("The body ends in the middle.");
        }

        Writer.Dispose();
        return rest.WrittenMemory;
    }

    private ImageSlot Start()
    {
        Writer.WriteStringValue(ImageNumber.Format(images.Slots.Count));
        return images.Start(imageMember);
    }

    private ReadOnlySequence<byte> ReadStructure(ReadOnlySequence<byte> buffer, bool isLast)
    {
        var reader = new Utf8JsonReader(buffer, isLast, state);
        while (Text.Place == JsonPlace.Structure && reader.Read())
        {
            Copy(ref reader);
        }

        state = reader.CurrentState;
        return buffer.Slice(reader.Position);
    }

    private void Copy(ref Utf8JsonReader reader)
    {
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (Writer.BytesCommitted + Writer.BytesPending + length > MaximumBytes)
        {
            throw new JsonException("The body is too long, its images aside.");
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                Writer.WriteStartObject();
                names[reader.CurrentDepth + 1] = null;
                break;
            case JsonTokenType.EndObject:
                Writer.WriteEndObject();
                break;
            case var _ when reader.CurrentDepth == 0:
                throw new JsonException("The body is not an object.");
            case JsonTokenType.StartArray:
                Writer.WriteStartArray();
                names[reader.CurrentDepth + 1] = null;
                break;
            case JsonTokenType.EndArray:
                Writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                StartMember(reader.CurrentDepth, JsonText.Of(ref reader));
                break;
            default:
                CopyValue(ref reader);
                break;
        }
    }

    private void StartMember(int depth, string name)
    {
        Writer.WritePropertyName(name);
        names[depth] = name;
        if (string.Join('.', names.Take(depth + 1).OfType<string>()) == imageMember)
        {
            Text.Expect();
        }
    }

    private void CopyValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            Writer.WriteStringValue(JsonText.Of(ref reader));
        }
        else if (reader.HasValueSequence)
        {
            Writer.WriteRawValue(reader.ValueSequence, skipInputValidation: true);
        }
        else
        {
            Writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
        }
    }
}
