using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ApiService.Ingest.Json;

/// <summary>
/// The state between two pieces of a JSON body. <see cref="Utf8JsonReader"/> reads everything but the text of <c>image</c>,
/// which a reader of its own takes without holding it; the JSON reader is then told of an empty string in its place.
/// </summary>
internal sealed class JsonRequestBody(Base64Receiver base64, RequestOptions options)
{
    private const string ImageMember = "image";

    private readonly JsonStringReader imageText = new(base64);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 16 });
    private JsonPlace place = JsonPlace.Structure;
    private string member = string.Empty;
    private bool hasImage;

    /// <summary>Reads as far as the bytes reach.</summary>
    /// <returns>What could not be used yet.</returns>
    /// <exception cref="JsonException">The body is no JSON object.</exception>
    public ReadOnlySequence<byte> Read(ReadOnlySequence<byte> buffer, bool isLast)
    {
        while (true)
        {
            var before = place;
            buffer = place switch
            {
                JsonPlace.BeforeImage => FindImageText(buffer),
                JsonPlace.ImageText => ReadImageText(buffer),
                _ => ReadStructure(buffer, isLast),
            };
            if (place == before)
            {
                return buffer;
            }
        }
    }

    /// <summary>Checks that everything came.</summary>
    public void Complete()
    {
        if (place != JsonPlace.Structure)
        {
            throw new JsonException("The body ends in the middle.");
        }

        if (!hasImage)
        {
            options.AddError(ImageMember, "This member is required: the image as base64.");
        }
    }

    private ReadOnlySequence<byte> ReadStructure(ReadOnlySequence<byte> buffer, bool isLast)
    {
        var reader = new Utf8JsonReader(buffer, isLast, state);
        while (place == JsonPlace.Structure && reader.Read())
        {
            Take(ref reader);
        }

        state = reader.CurrentState;
        return buffer.Slice(reader.Position);
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when reader.CurrentDepth == 0:
            case JsonTokenType.EndObject when reader.CurrentDepth == 0:
            case JsonTokenType.EndArray:
                break;
            case JsonTokenType.PropertyName when reader.CurrentDepth == 1:
                StartMember(reader.GetString()!);
                break;
            case JsonTokenType.StartArray when reader.CurrentDepth == 1 && member == "features":
                options.MentionInBody(member);
                break;
            case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False
                when reader.CurrentDepth == 1 || (reader.CurrentDepth == 2 && member == "features"):
                TakeValue(ref reader);
                break;
            case var _ when reader.CurrentDepth == 0:
                throw new JsonException("The body is not an object.");
            case JsonTokenType.PropertyName or JsonTokenType.EndObject:
                break;
            default:
                options.AddError(member, "This value has the wrong type.");
                break;
        }
    }

    private void StartMember(string name)
    {
        member = name;
        if (!seen.Add(name))
        {
            options.AddError(name, "This member is given more than once.");
        }

        place = name == ImageMember ? JsonPlace.BeforeImage : JsonPlace.Structure;
    }

    private void TakeValue(ref Utf8JsonReader reader)
    {
        var isText = reader.TokenType == JsonTokenType.String;
        if (member == ImageMember)
        {
            // The empty string that stands for an image which has been read is the only one that comes here.
            if (!isText)
            {
                hasImage = true;
                options.AddError(ImageMember, "The image must be a base64 text.");
            }
        }
        else if (isText == (member is "features" or "model" or "equalize"))
        {
            options.AddFromBody(member, isText ? reader.GetString() : RawText(ref reader));
        }
        else
        {
            options.AddFromBody(member, null);
        }
    }

    private ReadOnlySequence<byte> FindImageText(ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        reader.AdvancePastAny(" \t\r\n"u8);
        if (reader.TryPeek(out var first))
        {
            place = first == (byte)'"' && seen.Contains(ImageMember) && !hasImage ? JsonPlace.ImageText : JsonPlace.Structure;
            if (place == JsonPlace.ImageText)
            {
                reader.Advance(1);
            }
        }

        return buffer.Slice(reader.Position);
    }

    private ReadOnlySequence<byte> ReadImageText(ReadOnlySequence<byte> buffer)
    {
        if (imageText.TryRead(ref buffer))
        {
            hasImage = true;
            var standIn = new Utf8JsonReader("\"\""u8, isFinalBlock: false, state);
            standIn.Read();
            state = standIn.CurrentState;
            place = JsonPlace.Structure;
        }

        return buffer;
    }

    private static string RawText(ref Utf8JsonReader reader) => reader.HasValueSequence
        ? Encoding.UTF8.GetString(reader.ValueSequence)
        : Encoding.UTF8.GetString(reader.ValueSpan);
}
