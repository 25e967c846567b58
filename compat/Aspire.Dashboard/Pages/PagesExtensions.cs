using Aspire.Dashboard.Login;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;

namespace Aspire.Dashboard.Pages;

/// <summary>The pages and what they load.</summary>
internal static class PagesExtensions
{
    private const string Policy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static readonly (string Route, string File)[] Pages =
    [
        ("/", "index.html"),
        ("/consolelogs", "consolelogs.html"),
        ("/consolelogs/resource/{name}", "consolelogs.html"),
        ("/structuredlogs", "structuredlogs.html"),
        ("/structuredlogs/resource/{name}", "structuredlogs.html"),
        ("/traces", "traces.html"),
        ("/traces/resource/{name}", "traces.html"),
        ("/traces/detail/{traceId}", "trace.html"),
        ("/metrics", "metrics.html"),
        ("/metrics/resource/{name}", "metrics.html"),
    ];

    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Aspire.Dashboard", "wwwroot");

    /// <summary>Files that need no login: they are the same everywhere, and the login page needs some of them.</summary>
    public static void UsePageFiles(this WebApplication app)
    {
        app.Use(static (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-cache";
            return next(context);
        });
        foreach (var folder in new[] { "css", "js", "icons" })
        {
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(Root, folder)), RequestPath = $"/{folder}" });
        }
    }

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        foreach (var (route, file) in Pages)
        {
            routes.MapGet(route, (HttpContext context, LoginGate gate) =>
                gate.IsLoggedIn(context.Request) ? Page(file) : LoginExtensions.ToLogin(context.Request));
        }
    }

    public static IResult Page(string file) => TypedResults.PhysicalFile(Path.Combine(Root, file), "text/html; charset=utf-8");
}
