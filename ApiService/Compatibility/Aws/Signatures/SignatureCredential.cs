using ApiService.Callers;
using Contracts;

namespace ApiService.Compatibility.Aws.Signatures;

/// <summary>
/// Signature Version 4. Who signs is told before the body, so that roles and quota hold; that it is he is known when the body has
/// ended, or at once where its hash came along.
/// </summary>
internal sealed class SignatureCredential(AccessKeys accessKeys, TimeProvider time) : ICallerCredential
{
    private const string Service = "rekognition";
    private const string Terminator = "aws4_request";

    /// <summary>Without these a signature could be sent to another server, or for another operation.</summary>
    private static readonly string[] MustBeSigned = ["host", "x-amz-target"];

    public string Place => "a signature in the header Authorization";

    public Caller? Find(HttpContext context, ApiKeys keys)
    {
        var request = context.Request;
        if (!RekognitionTarget.IsIn(request))
        {
            throw new ProblemException(ErrorCodes.RouteNotFound, "No route has this path.");
        }

        var authorization = SignatureAuthorization.Parse(request.Headers.Authorization.ToString());
        var date = request.Headers[SignatureTime.HeaderName].ToString();
        var secret = accessKeys.SecretOf(authorization.AccessKey)
            ?? throw new ProblemException(AwsErrors.UnrecognizedClient, "This access key is not known.");
        Check(authorization);
        SignatureTime.Check(date, authorization.Scope, time.GetUtcNow());
        var canonical = CanonicalRequest.WithoutBody(request, authorization.SignedHeaders);
        var signature = new RequestSignature(secret, authorization, date, canonical);
        if (DeclaredHashOf(request) is { Length: > 0 } declared)
        {
            signature.Verify(declared);
        }

        context.Features.Set(signature);
        return keys.Find(secret);
    }

    /// <summary>The hash of the body that its sender tells beforehand; empty where he does not.</summary>
    public static string DeclaredHashOf(HttpRequest request) => request.Headers["X-Amz-Content-Sha256"].ToString();

    private static void Check(SignatureAuthorization authorization)
    {
        if (authorization.Scope.Service != Service)
        {
            throw RequestSignature.Invalid($"The scope of the credential must name the service {Service}.");
        }

        if (authorization.Scope.Terminator != Terminator)
        {
            throw RequestSignature.Invalid($"The scope of the credential must end with {Terminator}.");
        }

        if (MustBeSigned.FirstOrDefault(name => !authorization.SignedHeaders.Contains(name, StringComparer.Ordinal)) is { } missing)
        {
            throw RequestSignature.Invalid($"The header {missing} must be signed.");
        }
    }
}
