using Contracts;

namespace ApiService.OpenApi;

internal static class ProblemResponses
{
    private const string ProblemType = "application/problem+json";

    /// <summary>Documents the statuses with which a route answers problems.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<Problem>(status, ProblemType);
        }

        return route;
    }
}
