using Contracts;

namespace ApiService.Compatibility.Aws.Signatures;

/// <summary>The header <c>Authorization</c> of Signature Version 4.</summary>
/// <param name="AccessKey">The id of the access key.</param>
/// <param name="Scope">What the signature is good for.</param>
/// <param name="SignedHeaders">The names of the headers that are signed, as they came.</param>
/// <param name="Signature">The signature as hexadecimal digits.</param>
internal sealed record SignatureAuthorization(
    string AccessKey, CredentialScope Scope, IReadOnlyList<string> SignedHeaders, string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private const int ScopeParts = 4;

    /// <summary>Reads the header.</summary>
    /// <exception cref="ProblemException">There is none, or a part of it is missing.</exception>
    public static SignatureAuthorization Parse(string header)
    {
        if (header.Length == 0)
        {
            throw new ProblemException(AwsErrors.MissingAuthenticationToken, "The request has no signature in the header Authorization.");
        }

        var parts = header.Split(' ', 2);
        var parameters = parts.Length > 1 ? parts[1].Split(',', StringSplitOptions.TrimEntries) : [];
        if (parts[0] != Algorithm)
        {
            throw Incomplete($"The algorithm of the signature must be {Algorithm}.");
        }

        // An id may hold slashes; the scope does not.
        var credential = Parameter(parameters, "Credential").Split('/');
        if (credential.Length <= ScopeParts)
        {
            throw Incomplete("Credential must be the access key's id, the date, the region, the service and aws4_request, with '/' between them.");
        }

        return new SignatureAuthorization(
            string.Join('/', credential[..^ScopeParts]),
            new CredentialScope(credential[^4], credential[^3], credential[^2], credential[^1]),
            Parameter(parameters, "SignedHeaders").Split(';'),
            Parameter(parameters, "Signature"));
    }

    public static ProblemException Incomplete(string message) => new(AwsErrors.IncompleteSignature, message);

    private static string Parameter(string[] parameters, string name)
    {
        var found = Array.Find(parameters, parameter => parameter.StartsWith($"{name}=", StringComparison.Ordinal));
        return found?.Length > name.Length + 1
            ? found[(name.Length + 1)..]
            : throw Incomplete($"The header Authorization has no {name}.");
    }
}
