using System.Text.Json;
using Contracts;
using Polly;

namespace ApiService.Inference;

/// <summary>What all calls to the inference service share: its problems come back as ours, and its absence has one name.</summary>
internal static class RemoteCall
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public static async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (
            exception is HttpRequestException or IOException or JsonException or ExecutionRejectedException
            && !cancellationToken.IsCancellationRequested)
        {
            throw Unavailable(exception);
        }
    }

    /// <exception cref="ProblemException">The service answered with a problem.</exception>
    public static async Task ThrowOnProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var problem = response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.Problem, cancellationToken)
            : null;
        throw OurProblem(problem, response.Headers.RetryAfter?.Delta);
    }

    /// <summary>A problem of the inference service as one of our own.</summary>
    public static ProblemException OurProblem(Problem? problem, TimeSpan? retryAfter) =>
        problem is not null && ErrorCodes.Find(problem.Code) is { } code
            ? new ProblemException(code, problem.Detail ?? code.Title) { Errors = problem.Errors, RetryAfter = retryAfter }
            : Unavailable();

    public static ProblemException Unavailable(Exception? cause = null) =>
        new(ErrorCodes.InferenceUnavailable, "The inference service cannot be reached at the moment.", cause)
        {
            RetryAfter = RetryAfter,
        };
}
