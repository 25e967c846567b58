using StackExchange.Redis;

namespace InferenceService.Models;

internal static class ModelsExtensions
{
    private const string ConnectionName = "cache";

    /// <summary>Joins the replicas that share a model repository, where a Redis is configured.</summary>
    public static void AddModels(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration.GetConnectionString(ConnectionName)))
        {
            return;
        }

        // Nothing here needs Redis to work, so its absence is nobody's illness.
        builder.AddRedisClient(ConnectionName, static settings => settings.DisableHealthChecks = true, Configure);
        builder.Services.AddHostedService<ModelChannel>();
    }

    private static void Configure(ConfigurationOptions options)
    {
        options.ConnectTimeout = 1000;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new LinearRetry(500);
        options.ClientName ??= "vision-inference";
    }
}
