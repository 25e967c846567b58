using Contracts;

namespace ApiService.Ingest;

/// <summary>The problems of a body that cannot be read.</summary>
internal static class InvalidRequest
{
    public static ProblemException Of(string member, string message, Exception? cause = null) =>
        new(ErrorCodes.InvalidRequest, message, cause)
        {
            Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [member] = [message] },
        };
}
