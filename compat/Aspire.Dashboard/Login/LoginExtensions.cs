using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Dashboard.Login;

internal static class LoginExtensions
{
    /// <summary>A header that no page of another site can send.</summary>
    private const string OwnHeader = "X-Dashboard";

    private const string Route = "/login";

    /// <summary>Only for those who have logged in, and what changes something only from our own pages.</summary>
    public static RouteGroupBuilder RequireLogin(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(static async (invocation, next) =>
        {
            var request = invocation.HttpContext.Request;
            if (!request.HttpContext.RequestServices.GetRequiredService<LoginGate>().IsLoggedIn(request))
            {
                return TypedResults.Unauthorized();
            }

            return HttpMethods.IsGet(request.Method) || request.Headers[OwnHeader] == "1" ? await next(invocation) : TypedResults.BadRequest();
        });
        return group;
    }

    public static void MapLogin(this IEndpointRouteBuilder routes, Func<string, IResult> page)
    {
        routes.MapGet(Route, (HttpContext context, LoginGate gate, string? t = null, string? returnUrl = null) =>
            t is not null && gate.TryLogIn(context, t) ? TypedResults.LocalRedirect(Target(returnUrl)) : page("login.html"));
        routes.MapPost(Route, static async (HttpContext context, LoginGate gate, CancellationToken cancellationToken) =>
        {
            var form = await context.Request.ReadFormAsync(cancellationToken);
            var returnUrl = form["returnUrl"].ToString();
            var target = gate.TryLogIn(context, form["token"])
                ? Target(returnUrl)
                : $"{Route}?failed=1" + (returnUrl.Length > 0 ? $"&returnUrl={Uri.EscapeDataString(returnUrl)}" : string.Empty);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = target;
        }).DisableAntiforgery();
    }

    /// <summary>The login page, which leads back to where somebody wanted to go.</summary>
    public static RedirectHttpResult ToLogin(HttpRequest request) =>
        TypedResults.Redirect($"{Route}?returnUrl={Uri.EscapeDataString(request.Path + request.QueryString)}");

    // Only a path of our own: a link must not lead elsewhere by way of the login.
    private static string Target(string? returnUrl) =>
        returnUrl is ['/', ..] and not ['/', '/' or '\\', ..] && !returnUrl.AsSpan().ContainsAny('\r', '\n') ? returnUrl : "/";
}
