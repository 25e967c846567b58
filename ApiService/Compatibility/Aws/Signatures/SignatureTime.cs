using System.Globalization;
using Contracts;

namespace ApiService.Compatibility.Aws.Signatures;

/// <summary>When a request was signed. One that was signed too long ago may be somebody else's, sent again.</summary>
internal static class SignatureTime
{
    public const string HeaderName = "X-Amz-Date";

    private const string Format = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Refuses a time that is too far from ours, in the words by which clients know that it is their clock that is wrong.</summary>
    /// <exception cref="ProblemException">It is, or it is no time.</exception>
    public static void Check(string sent, CredentialScope scope, DateTimeOffset now)
    {
        const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(sent, Format, CultureInfo.InvariantCulture, Universal, out var signed))
        {
            throw SignatureAuthorization.Incomplete($"The header {HeaderName} must hold the time of signing as yyyyMMddTHHmmssZ.");
        }

        if (!sent.StartsWith(scope.Date, StringComparison.Ordinal) || scope.Date.Length != "yyyyMMdd".Length)
        {
            throw RequestSignature.Invalid("The date of the Credential is not the day of X-Amz-Date.");
        }

        if (signed < now - Tolerance)
        {
            throw RequestSignature.Invalid(
                $"Signature expired: {sent} is now earlier than {Text(now - Tolerance)} ({Text(now)} - {Tolerance.Minutes} min.)");
        }

        if (signed > now + Tolerance)
        {
            throw RequestSignature.Invalid(
                $"Signature not yet current: {sent} is still later than {Text(now + Tolerance)} ({Text(now)} + {Tolerance.Minutes} min.)");
        }
    }

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
