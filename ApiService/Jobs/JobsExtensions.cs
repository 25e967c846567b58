using ApiService.Jobs.InMemory;
using ApiService.Jobs.InRedis;
using ApiService.Redis;

namespace ApiService.Jobs;

internal static class JobsExtensions
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<JobOptions>().BindConfiguration(JobOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<JobSignals>();
        services.AddSingleton<MemoryJobStore>();
        services.AddSingleton<JobStores>();
        services.AddSingleton<JobWatch>();
        services.AddSingleton<IJobWork, JobAnalysis>();
        services.AddSingleton<JobRun>();
        services.AddHostedService<JobWorkers>();
        services.AddHealthChecks().AddCheck<JobsHealthCheck>("jobs");
        if (builder.HasRedis())
        {
            services.AddSingleton<RedisJobQueues>();
            services.AddSingleton<RedisJobStore>();
            services.AddHostedService<RedisJobMembership>();
            services.AddHostedService<MemoryJobSharing>();
        }
    }

    public static void MapJobRoutes(this IEndpointRouteBuilder routes)
    {
        routes.MapSubmit();
        routes.MapJobs();
    }
}
