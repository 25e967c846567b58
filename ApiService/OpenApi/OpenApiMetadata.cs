using Contracts;

namespace ApiService.OpenApi;

/// <summary>What routes say of themselves beyond what their handlers' signatures tell.</summary>
internal static class OpenApiMetadata
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

    /// <summary>Documents a header that a route reads.</summary>
    public static RouteHandlerBuilder ReadsHeader(this RouteHandlerBuilder route, string name, string pattern, string description) =>
        route.WithMetadata(new HeaderParameter(name, pattern, description));

    /// <summary>Documents a header of a route's replies.</summary>
    public static RouteHandlerBuilder WritesHeader(this RouteHandlerBuilder route, int status, string name, string description) =>
        route.WithMetadata(new ReplyHeader(status, name, description));
}
