using System.Globalization;
using Contracts;
using ServiceDefaults.Problems;
using ServiceDefaults.Telemetry;

namespace ApiService.Compatibility.Google.Errors;

/// <summary>Answers with Google's error body.</summary>
internal sealed class GoogleProblems : IProblemForm
{
    /// <summary>The reasons of this domain are those of <c>google.api.ErrorReason</c>.</summary>
    private const string Domain = "googleapis.com";

    private static readonly Dictionary<string, string> Service = new(StringComparer.Ordinal) { ["service"] = "vision.googleapis.com" };

    public Task WriteAsync(HttpContext context, ProblemException problem, CancellationToken cancellationToken)
    {
        var code = RpcCodes.Of(problem.Code);
        context.Response.StatusCode = code.HttpStatus;
        var error = new CallError(code.HttpStatus, problem.Message, code.Name, [.. DetailsOf(problem, TraceId.Of(context))]);
        return context.Response.WriteAsJsonAsync(
            new CallErrorBody(error), GoogleJsonContext.Default.CallErrorBody, contentType: null, cancellationToken);
    }

    private static IEnumerable<ErrorDetail> DetailsOf(ProblemException problem, string traceId)
    {
        if (ReasonOf(problem.Code) is { } reason)
        {
            yield return new ErrorInfo(reason, Domain, Service);
        }

        if (problem.Errors is { Count: > 0 } errors)
        {
            yield return new BadRequest([.. errors.SelectMany(
                static member => member.Value, static (member, message) => new FieldViolation(member.Key, message))]);
        }

        if (problem.RetryAfter is { } delay)
        {
            yield return new RetryInfo(string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(delay.TotalSeconds)}s"));
        }

        yield return new RequestInfo(traceId);
    }

    private static string? ReasonOf(ErrorCode code) =>
        code == GoogleErrors.KeyInvalid ? "API_KEY_INVALID"
        : code == ErrorCodes.RateLimited ? "RATE_LIMIT_EXCEEDED"
        : null;
}
