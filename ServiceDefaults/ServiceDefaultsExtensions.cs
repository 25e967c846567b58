using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Deadlines;
using ServiceDefaults.Health;
using ServiceDefaults.Http;
using ServiceDefaults.Logging;
using ServiceDefaults.Problems;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults;

/// <summary>What every service of the system gets, in one call on each side of <c>Build()</c>.</summary>
public static class ServiceDefaultsExtensions
{
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddLogs();
        builder.AddTelemetry();
        builder.Services.AddHealthEndpoints();
        builder.Services.AddDraining();
        builder.Services.AddHttpDefaults();
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, LargeBlocks>();
        builder.Services.AddProblems();
        builder.Services.AddRequestDeadlines();

        // Which server answers is nobody's business.
        builder.Services.Configure<KestrelServerOptions>(static kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    /// <summary>Problems and deadlines for a service that answers programs. Goes before its endpoints.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseNoSniff();
        app.UseProblems();
        app.UseRequestDeadlines();
        return app;
    }

    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealthEndpoints();
        app.MapMetrics();
        return app;
    }
}
