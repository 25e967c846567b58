using ApiService.Analyze;
using ApiService.Batch;
using ApiService.Caching;
using ApiService.Callers;
using ApiService.Classifiers;
using ApiService.Compatibility;
using ApiService.Inference;
using ApiService.Ingest;
using ApiService.Jobs;
using ApiService.Models;
using ApiService.OpenApi;
using ApiService.Problems;
using ApiService.RateLimiting;
using ApiService.Redis;
using ApiService.Results;
using ApiService.Similar;
using ApiService.Sockets;
using ApiService.Telemetry;
using ApiService.Uploads;
using ServiceDefaults;

namespace ApiService;

/// <summary>The rooms of this service, in the order in which a request meets them.</summary>
internal static class ApiServiceExtensions
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.AddServiceDefaults();
        builder.AddApiTelemetry();
        builder.AddRedis();
        builder.AddCallers();
        builder.AddRateLimiting();
        builder.AddIngest();
        builder.AddUploads();
        builder.AddCaching();
        builder.AddSimilar();
        builder.AddInference();
        builder.AddModels();
        builder.AddJobs();
        builder.AddClassifiers();
        builder.AddSockets();
        builder.AddCompatibility();
        builder.AddOpenApiDocument();
    }

    public static void UseApi(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseUploads();
        app.UseRefusedBodies();
        app.UseServiceDefaults();
        app.UseCallers();
        app.UseRateLimiter();
        app.UseOutputCache();
        app.UseWebSockets();
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapDefaultEndpoints();
        app.MapOpenApiDocument();
        app.MapAnalyze();
        app.MapBatch();
        app.MapJobRoutes();
        app.MapSockets();
        app.MapUploads();
        app.MapResults();
        app.MapSimilar();
        app.MapModels();
        app.MapClassifiers();
        app.MapCompatibility();
        app.MapProblemPages();
    }
}
