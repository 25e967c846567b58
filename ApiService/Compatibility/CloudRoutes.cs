using ApiService.Callers;
using ApiService.Inference;
using ServiceDefaults.Deadlines;
using ServiceDefaults.Problems;

namespace ApiService.Compatibility;

/// <summary>What the routes of all clouds have in common.</summary>
internal static class CloudRoutes
{
    /// <summary>Maps routes that only callers with a key may use, as with the clouds.</summary>
    /// <param name="routes">Where they are mapped.</param>
    /// <param name="credential">How their callers say who they are.</param>
    /// <param name="problems">How their callers are told of problems.</param>
    public static RouteGroupBuilder MapCloudGroup(this IEndpointRouteBuilder routes, ICallerCredential credential, IProblemForm problems) =>
        routes.MapGroup(string.Empty).WithMetadata(credential, problems).OnlyWith(CallerRoles.Analyze)
            .EndDeadlineWithWork().RefuseWhenCrowded().ExcludeFromDescription();
}
