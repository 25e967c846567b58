using ApiService.Compatibility.Aws;
using ApiService.Compatibility.Azure;
using ApiService.Compatibility.Google;
using Microsoft.Extensions.Options;

namespace ApiService.Compatibility;

/// <summary>The vision APIs of the clouds, spoken over this service's own engine, caches, limits and keys.</summary>
internal static class CompatibilityExtensions
{
    public static void AddCompatibility(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<CompatibilityOptions>().BindConfiguration(CompatibilityOptions.SectionName).ValidateOnStart();
        builder.Services.AddSingleton<CloudAnalyzer>();
        builder.Services.AddSingleton<AzureBodyReader>();
        builder.Services.AddAws();
    }

    public static void MapCompatibility(this WebApplication app)
    {
        var spoken = app.Services.GetRequiredService<IOptions<CompatibilityOptions>>().Value;
        if (spoken.Azure)
        {
            app.MapAzure();
        }

        if (spoken.Google)
        {
            app.MapGoogle();
        }

        if (spoken.Aws)
        {
            app.MapAws();
        }
    }
}
