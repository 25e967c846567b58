using System.Buffers;
using System.Security.Cryptography;
using ApiService.Ingest;
using ApiService.Ingest.Json;
using Contracts;
using Microsoft.AspNetCore.Http.Features;

namespace ApiService.Compatibility.Aws.Signatures;

/// <summary>Reads a body whose bytes are signed, and gives nothing of it to anybody before the signature is verified.</summary>
internal sealed class SignedBodyReader(JsonEnvelopeReader reader)
{
    /// <summary>Reads the body; the caller disposes of the images.</summary>
    /// <exception cref="ProblemException">The body or the image is refused, or is not what was signed.</exception>
    public async Task<(RequestImages Images, ReadOnlyMemory<byte> Json)> ReadAsync(
        HttpContext context, string imageMember, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var body = await reader.ReadAsync(context.Request, maximumImages: 1, imageMember, Append, cancellationToken);
        try
        {
            Check(context, RequestSignature.Hex(hash.GetHashAndReset()));
            return body;
        }
        catch
        {
            body.Images.Dispose();
            throw;
        }

        void Append(ReadOnlySequence<byte> pieces)
        {
            foreach (var piece in pieces)
            {
                hash.AppendData(piece.Span);
            }
        }
    }

    private static void Check(HttpContext context, string hash)
    {
        if (SignatureCredential.DeclaredHashOf(context.Request) is { Length: > 0 } declared && !RequestSignature.AreEqual(hash, declared))
        {
            throw RequestSignature.Mismatch();
        }

        context.Features.GetRequiredFeature<RequestSignature>().Verify(hash);
    }
}
