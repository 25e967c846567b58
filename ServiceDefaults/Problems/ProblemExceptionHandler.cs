using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Problems;

/// <summary>Turns every exception that leaves a handler into a problem, in one place.</summary>
internal sealed class ProblemExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        try
        {
            await ProblemWriter.WriteAsync(httpContext, RequestProblems.Of(httpContext, exception), cancellationToken);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The caller has left meanwhile; there is nobody to tell.
        }

        return true;
    }
}
