using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ServiceDefaults.Deadlines;

public static class RequestDeadlineExtensions
{
    internal static void AddRequestDeadlines(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<RequestDeadlineOptions>()
            .BindConfiguration(RequestDeadlineOptions.SectionName)
            .ValidateDataAnnotations()
            .ValidateOnStart();
    }

    internal static void UseRequestDeadlines(this WebApplication app) =>
        app.UseMiddleware<RequestDeadlineMiddleware>();

    /// <summary>
    /// Ends the deadline with the work of these endpoints: an answer that is ready when it passes is written in full. Otherwise
    /// it would be cut off behind its status.
    /// </summary>
    public static TBuilder EndDeadlineWithWork<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter(static async (invocation, next) =>
        {
            var answer = await next(invocation);
            RequestDeadline.TakeOver(invocation.HttpContext);
            return answer;
        });
}
