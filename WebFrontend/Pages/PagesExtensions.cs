using Client;
using WebFrontend.Localization;
using WebFrontend.Proxy;

namespace WebFrontend.Pages;

internal static class PagesExtensions
{
    /// <summary>
    /// A page is the same for everybody who reads its language. Made once in a while, it costs the API no more than a few requests a minute: for the
    /// API's quota all visitors of the page are one caller, this server.
    /// </summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    public static void AddPages(this IServiceCollection services)
    {
        services.AddLanguages();
        services.AddRazorPages();
        services.AddOutputCache();
        services.AddImageClient(new Uri(ApiProxy.ServiceAddress));
        services.AddTransient<ModelChoice>();
    }

    /// <summary>The language first, because pages are kept by it.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UseLanguages();
        app.UseOutputCache();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapLanguage();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets()
            .CacheOutput(static policy => policy.Expire(Lifetime).SetVaryByHost(false).SetVaryByQuery([])
                .VaryByValue(static _ => new("language", Languages.Current)));
    }
}
