using Contracts;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Problems;

/// <summary>On an endpoint whose callers do not read <c>application/problem+json</c>: how they are told of problems.</summary>
public interface IProblemForm
{
    /// <summary>Answers the request with a problem; status and body are the form's own.</summary>
    Task WriteAsync(HttpContext context, ProblemException problem, CancellationToken cancellationToken);
}
