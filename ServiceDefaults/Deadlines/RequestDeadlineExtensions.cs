using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ServiceDefaults.Deadlines;

internal static class RequestDeadlineExtensions
{
    public static void AddRequestDeadlines(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<RequestDeadlineOptions>()
            .BindConfiguration(RequestDeadlineOptions.SectionName)
            .ValidateDataAnnotations()
            .ValidateOnStart();
    }

    public static void UseRequestDeadlines(this WebApplication app) =>
        app.UseMiddleware<RequestDeadlineMiddleware>();
}
