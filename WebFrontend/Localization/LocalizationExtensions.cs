using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;

namespace WebFrontend.Localization;

internal static class LocalizationExtensions
{
    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<ScriptTexts>();

        // Chinese is written as it is, not in numeric references that are three times as long.
        services.Configure<WebEncoderOptions>(static options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(static options =>
        {
            string[] languages = [.. Languages.Names.Keys];
            options.SetDefaultCulture(Languages.Default).AddSupportedCultures(languages).AddSupportedUICultures(languages);
            options.ApplyCurrentCultureToResponseHeaders = true;

            // What was chosen, then what the browser asks for; an address means the same page to everybody.
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new CustomRequestCultureProvider(AcceptedLanguage.FindAsync)];
        });
    }

    public static void UseLanguages(this WebApplication app) => app.UseRequestLocalization();
}
