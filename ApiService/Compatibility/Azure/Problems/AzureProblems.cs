using Contracts;
using ServiceDefaults.Problems;

namespace ApiService.Compatibility.Azure.Problems;

/// <summary>Tells problems as Azure does: in its own body, with the code in a header too.</summary>
internal sealed class AzureProblems : IProblemForm
{
    private const string CodeHeader = "x-ms-error-code";

    /// <summary>Describes a problem, without writing it.</summary>
    public static ErrorDetails Describe(ProblemException problem) => AzureErrorTable.Of(problem.Code) switch
    {
        { InnerCode: { } inner } error => new ErrorDetails(error.Code, $"{problem.Code.Title}.", new InnerError(inner, problem.Message)),
        var error => new ErrorDetails(error.Code, problem.Message, InnerError: null),
    };

    public Task WriteAsync(HttpContext context, ProblemException problem, CancellationToken cancellationToken)
    {
        var details = Describe(problem);
        context.Response.StatusCode = AzureErrorTable.Of(problem.Code).Status;
        context.Response.Headers[CodeHeader] = details.Code;
        return context.Response.WriteAsJsonAsync(
            new ErrorResponse(details), AzureJsonContext.Default.ErrorResponse, contentType: null, cancellationToken);
    }
}
