using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace WebFrontend.Localization;

/// <summary>
/// <c>GET /language?to=zh&amp;from=/jobs</c>: remembers the choice of a language in a cookie, and goes back to the page. It is a
/// link and not a form, because it changes nothing but how pages look.
/// </summary>
internal static class LanguageEndpoint
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    public static void MapLanguage(this IEndpointRouteBuilder routes) => routes.MapGet("/language", Choose);

    public static Results<RedirectHttpResult, BadRequest> Choose(HttpContext context, string? to, string? from)
    {
        if (to is null || !Languages.Names.ContainsKey(to))
        {
            return TypedResults.BadRequest();
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(to)),
            new CookieOptions { MaxAge = Lifetime, SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps });
        return TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(from) ? from! : "/");
    }
}
