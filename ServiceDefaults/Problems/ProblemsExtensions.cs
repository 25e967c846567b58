using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults.Problems;

internal static class ProblemsExtensions
{
    public static void AddProblems(this IServiceCollection services) =>
        services.AddExceptionHandler<ProblemExceptionHandler>();

    public static void UseProblems(this WebApplication app)
    {
        // The handler always writes the reply; the empty branch is what the middleware demands as a fallback.
        app.UseExceptionHandler(static _ => { });
        app.UseStatusCodePages(static context =>
            ProblemWriter.WriteStatusAsync(context.HttpContext, context.HttpContext.RequestAborted));
    }
}
