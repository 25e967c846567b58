using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ApiService.Ingest.Json;

/// <summary>
/// The state between two pieces of a JSON body. <see cref="Utf8JsonReader"/> reads everything but the texts of images, which
/// <see cref="JsonImageText"/> takes without holding them.
/// </summary>
internal sealed class JsonRequestBody(RequestImages images, RequestOptions options)
{
    private const string ImageMember = "image";
    private const string ImagesMember = "images";
    private const string UploadMember = "upload";

    private readonly JsonImageText text = new(
        () => images.Start(images.AreSeveral ? ImagesMember : ImageMember), images.AreSeveral);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 16 });
    private string member = string.Empty;
    private string elementMember = string.Empty;
    private string? elementUpload;
    private bool hasImage;

    /// <summary>Reads as far as the bytes reach.</summary>
    /// <returns>What could not be used yet.</returns>
    /// <exception cref="JsonException">The body is no JSON object.</exception>
    public ReadOnlySequence<byte> Read(ReadOnlySequence<byte> buffer, bool isLast)
    {
        while (true)
        {
            var before = text.Place;
            buffer = before == JsonPlace.Structure ? ReadStructure(buffer, isLast) : text.Read(buffer, ref state);
            if (text.Place == before)
            {
                return buffer;
            }
        }
    }

    /// <summary>Checks that everything came.</summary>
    public void Complete()
    {
        if (text.Place != JsonPlace.Structure)
        {
            throw new JsonException("The body ends in the middle.");
        }

        if (images.Slots.Count == 0 && !hasImage)
        {
            options.AddError(images.AreSeveral ? ImagesMember : ImageMember, images.AreSeveral
                ? "This member is required: the images, each as base64 or as {\"upload\":\"<id>\"}."
                : "This member is required: the image as base64.");
        }
    }

    private ReadOnlySequence<byte> ReadStructure(ReadOnlySequence<byte> buffer, bool isLast)
    {
        var reader = new Utf8JsonReader(buffer, isLast, state);
        while (text.Place == JsonPlace.Structure && reader.Read())
        {
            if (images.AreSeveral && member == ImagesMember && reader.CurrentDepth > 1)
            {
                TakeElement(ref reader);
            }
            else
            {
                Take(ref reader);
            }
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
                StartMember(JsonText.Of(ref reader));
                break;
            case JsonTokenType.StartArray when reader.CurrentDepth == 1 && member == ImagesMember && images.AreSeveral:
                text.Expect();
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
                hasImage |= member is ImageMember or ImagesMember;
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
        else if (name == ImageMember && !images.AreSeveral)
        {
            text.Expect();
        }
    }

    private void TakeValue(ref Utf8JsonReader reader)
    {
        var isText = reader.TokenType == JsonTokenType.String;
        if (member == (images.AreSeveral ? ImagesMember : ImageMember))
        {
            hasImage = true;
            options.AddError(member, images.AreSeveral ? "An array of images is expected." : "The image must be a base64 text.");
        }
        else if (member == UploadMember && isText && !images.AreSeveral)
        {
            images.AddUpload(UploadMember, JsonText.Of(ref reader));
        }
        else if (isText == (member is "features" or "model" or "equalize" or "textDetail"))
        {
            options.AddFromBody(member, isText ? JsonText.Of(ref reader) : RawText(ref reader));
        }
        else
        {
            options.AddFromBody(member, null);
        }
    }

    /// <summary>Takes a token of an element of <c>images</c> that is no text: the name of an upload, or nothing that has a meaning.</summary>
    private void TakeElement(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when reader.CurrentDepth == 2:
                elementUpload = null;
                return;
            case JsonTokenType.PropertyName when reader.CurrentDepth == 3:
                elementMember = JsonText.Of(ref reader);
                return;
            case JsonTokenType.String when reader.CurrentDepth == 3 && elementMember == UploadMember:
                elementUpload = JsonText.Of(ref reader);
                return;
            case JsonTokenType.EndObject when reader.CurrentDepth == 2 && elementUpload is not null:
                images.AddUpload(ImagesMember, elementUpload);
                break;
            default:
                hasImage = true;
                options.AddError(ImagesMember, "Each image is a base64 text or {\"upload\":\"<id>\"}.");
                break;
        }

        if (reader.CurrentDepth == 2 && reader.TokenType != JsonTokenType.StartArray)
        {
            text.ExpectNext();
        }
    }

    private static string RawText(ref Utf8JsonReader reader) => reader.HasValueSequence
        ? Encoding.UTF8.GetString(reader.ValueSequence)
        : Encoding.UTF8.GetString(reader.ValueSpan);
}
