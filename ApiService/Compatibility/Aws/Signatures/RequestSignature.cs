using System.Security.Cryptography;
using System.Text;
using Contracts;

namespace ApiService.Compatibility.Aws.Signatures;

/// <summary>The signature of one request, with all that it takes to verify it but the body.</summary>
/// <param name="secret">The secret of the access key.</param>
/// <param name="authorization">What came with the request.</param>
/// <param name="date">When it was signed, as it came.</param>
/// <param name="request">The canonical request without the hash of the body.</param>
internal sealed class RequestSignature(string secret, SignatureAuthorization authorization, string date, string request)
{
    /// <summary>Verifies the signature over a body of this hash.</summary>
    /// <param name="payloadHash">SHA-256 of the body as lower-case hexadecimal digits.</param>
    /// <exception cref="ProblemException">It is not signed by the holder of the secret.</exception>
    public void Verify(string payloadHash)
    {
        var hash = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(request + payloadHash)));
        var toSign = $"{SignatureAuthorization.Algorithm}\n{date}\n{authorization.Scope}\n{hash}";
        var expected = Hex(SigningKey.Sign(SigningKey.Derive(secret, authorization.Scope), toSign));
        if (!AreEqual(expected, authorization.Signature))
        {
            throw Mismatch();
        }
    }

    /// <summary>Compares in a time that tells nothing of where the texts differ.</summary>
    public static bool AreEqual(string expected, string sent) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(sent));

    public static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    public static ProblemException Invalid(string message) => new(AwsErrors.InvalidSignature, message);

    public static ProblemException Mismatch() => Invalid(
        "The signature is not that of this request. Check the secret access key, and how the request is signed.");
}
