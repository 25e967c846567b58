namespace ApiService.Ingest.Json;

/// <summary>Takes <c>data:image/...;base64,</c> off the beginning of a text that comes in pieces.</summary>
internal sealed class DataUrlPrefix
{
    private const int MaximumLength = 128;

    private readonly byte[] held = new byte[MaximumLength];
    private int heldCount;

    /// <summary>Whether the beginning is over, with a prefix or without one.</summary>
    public bool IsDecided { get; private set; }

    private static ReadOnlySpan<byte> Scheme => "data:"u8;

    /// <summary>Takes what belongs to the beginning and gives the rest; held characters that turn out to be none go to <paramref name="release"/>.</summary>
    public ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> chars, Action<ReadOnlySpan<byte>> release)
    {
        while (!IsDecided && !chars.IsEmpty)
        {
            held[heldCount++] = chars[0];
            chars = chars[1..];
            Decide(release);
        }

        return chars;
    }

    /// <summary>Ends a text that is shorter than any prefix.</summary>
    public void Complete(Action<ReadOnlySpan<byte>> release)
    {
        if (!IsDecided)
        {
            IsDecided = true;
            release(held.AsSpan(0, heldCount));
        }
    }

    private void Decide(Action<ReadOnlySpan<byte>> release)
    {
        var text = held.AsSpan(0, heldCount);
        if (heldCount <= Scheme.Length && !Scheme.StartsWith(text))
        {
            IsDecided = true;
            release(text);
        }
        else if (text[^1] == (byte)',')
        {
            IsDecided = text.StartsWith("data:image/"u8) && text.EndsWith(";base64,"u8) ? true : throw NotAnImage();
        }
        else if (heldCount == MaximumLength)
        {
            throw NotAnImage();
        }
    }

    private static Contracts.ProblemException NotAnImage() =>
        Base64Receiver.Invalid("The data URL is not that of a base64 image.");
}
