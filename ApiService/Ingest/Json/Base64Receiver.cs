using System.Buffers;
using System.Buffers.Text;
using Contracts;

namespace ApiService.Ingest.Json;

/// <summary>
/// Decodes base64 (RFC 4648, section 4, with padding and without whitespace) that comes in pieces of any size, straight into an
/// image. A data URL's prefix is taken off first.
/// </summary>
internal sealed class Base64Receiver(ImageSlot image)
{
    private const int Quad = 4;

    /// <summary>Characters that are decoded at once; their bytes fit on the stack.</summary>
    private const int BlockChars = 4096;

    private static readonly SearchValues<byte> Whitespace = SearchValues.Create(" \t\r\n\f\v"u8);

    private readonly DataUrlPrefix prefix = new();

    /// <summary>The last characters are kept back until more follow or the end comes: only the end may have padding.</summary>
    private readonly byte[] kept = new byte[Quad];
    private int keptCount;

    public void Append(ReadOnlySpan<byte> chars)
    {
        try
        {
            Receive(chars);
        }
        catch (ProblemException problem)
        {
            image.Refuse(problem);
        }
    }

    public void Complete()
    {
        try
        {
            ReceiveEnd();
        }
        catch (ProblemException problem)
        {
            image.Refuse(problem);
        }
    }

    public static ProblemException Invalid(string detail) => new(ErrorCodes.InvalidImage, detail);

    /// <exception cref="ProblemException"><c>invalid_image</c>, or what the image itself is refused for.</exception>
    private void Receive(ReadOnlySpan<byte> chars)
    {
        if (image.Problem is not null)
        {
            return;
        }

        if (chars.ContainsAny(Whitespace))
        {
            throw Invalid("The base64 text holds whitespace.");
        }

        chars = prefix.Skip(chars, Decode);
        if (prefix.IsDecided)
        {
            Decode(chars);
        }
    }

    /// <exception cref="ProblemException"><c>invalid_image</c>: the text ends in the middle or has wrong padding.</exception>
    private void ReceiveEnd()
    {
        if (image.Problem is not null)
        {
            return;
        }

        prefix.Complete(Decode);
        if (keptCount is not (0 or Quad))
        {
            throw Invalid("The base64 text is cut off or lacks its padding.");
        }

        Write(kept.AsSpan(0, keptCount), isFinal: true);
    }

    private void Decode(ReadOnlySpan<byte> chars)
    {
        var added = Math.Min(chars.Length, Quad - keptCount);
        chars[..added].CopyTo(kept.AsSpan(keptCount));
        keptCount += added;
        chars = chars[added..];
        if (chars.IsEmpty)
        {
            return;
        }

        Write(kept, isFinal: false);
        var whole = (chars.Length - 1) / Quad * Quad;
        Write(chars[..whole], isFinal: false);
        keptCount = chars.Length - whole;
        chars[whole..].CopyTo(kept);
    }

    private void Write(ReadOnlySpan<byte> chars, bool isFinal)
    {
        Span<byte> bytes = stackalloc byte[BlockChars / Quad * 3];
        while (!chars.IsEmpty)
        {
            var block = chars[..Math.Min(chars.Length, BlockChars)];
            var status = Base64.DecodeFromUtf8(block, bytes, out var read, out var written, isFinal);
            if (status != OperationStatus.Done || read != block.Length)
            {
                throw Invalid("The text is not base64.");
            }

            image.Append(bytes[..written]);
            chars = chars[block.Length..];
        }
    }
}
