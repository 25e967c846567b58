using ApiService.Callers;
using ApiService.OpenApi;
using ServiceDefaults.Deadlines;

namespace ApiService.Analyze;

/// <summary>What the analyse routes have in common.</summary>
internal static class AnalyzeRoutes
{
    public static RouteGroupBuilder MapAnalyzeGroup(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api").WithTags("Analyse").OpenToAnybodyOr(CallerRoles.Analyze).EndDeadlineWithWork();

    public static RouteHandlerBuilder ProducesAnalyzeProblems(this RouteHandlerBuilder route) => route
        .ProducesProblems(400, 401, 403, 404, 409, 413, 415, 422, 429, 503, 504);
}
