using System.Buffers;
using System.Text.Json;

namespace ApiService.Ingest.Json;

/// <summary>
/// Takes over from the JSON reader where the text of an image may begin, hands its characters on as they come, and tells the
/// JSON reader of an empty string in its place.
/// </summary>
/// <param name="start">Begins an image.</param>
/// <param name="areSeveral">Whether the images are elements of an array.</param>
internal sealed class JsonImageText(Func<ImageSlot> start, bool areSeveral)
{
    private JsonStringReader? current;
    private bool isFirst;

    /// <summary>Who reads next.</summary>
    public JsonPlace Place { get; private set; } = JsonPlace.Structure;

    private bool NeedsComma => areSeveral && !isFirst;

    /// <summary>A text may follow at once, as the value of a member or the first element of an array.</summary>
    public void Expect()
    {
        isFirst = true;
        Place = JsonPlace.BeforeImage;
    }

    /// <summary>A text may follow as another element of an array.</summary>
    public void ExpectNext()
    {
        isFirst = false;
        Place = JsonPlace.BeforeImage;
    }

    /// <summary>Reads as far as the bytes reach, or up to what is no text of an image.</summary>
    /// <returns>What could not be used yet.</returns>
    public ReadOnlySequence<byte> Read(ReadOnlySequence<byte> buffer, ref JsonReaderState state) =>
        Place == JsonPlace.BeforeImage ? Find(buffer) : ReadText(buffer, ref state);

    private ReadOnlySequence<byte> Find(ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        reader.AdvancePastAny(" \t\r\n"u8);
        var isReached = !NeedsComma || reader.IsNext((byte)',', advancePast: true);
        if (isReached)
        {
            reader.AdvancePastAny(" \t\r\n"u8);
        }

        // Without the byte that decides, everything is looked at again when more is there.
        if (!reader.TryRead(out var first))
        {
            return buffer;
        }

        if (!isReached || first != (byte)'"')
        {
            Place = JsonPlace.Structure;
            return buffer;
        }

        Place = JsonPlace.ImageText;
        current = new JsonStringReader(new Base64Receiver(start()));
        return reader.UnreadSequence;
    }

    private ReadOnlySequence<byte> ReadText(ReadOnlySequence<byte> buffer, ref JsonReaderState state)
    {
        if (current!.TryRead(ref buffer))
        {
            var standIn = new Utf8JsonReader(NeedsComma ? ",\"\""u8 : "\"\""u8, isFinalBlock: false, state);
            standIn.Read();
            state = standIn.CurrentState;
            Place = JsonPlace.Structure;
            if (areSeveral)
            {
                ExpectNext();
            }
        }

        return buffer;
    }
}
