using Aspire.StackExchange.Redis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Microsoft.Extensions.Hosting;

public static class AspireRedisExtensions
{
    private const string Section = "Aspire:StackExchange:Redis";
    private const string HealthCheck = "StackExchange.Redis";

    /// <summary>Registers <see cref="IConnectionMultiplexer"/>, with a health check and tracing.</summary>
    public static void AddRedisClient(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<StackExchangeRedisSettings>? configureSettings = null,
        Action<ConfigurationOptions>? configureOptions = null) =>
        builder.AddRedisClientBuilder(connectionName, configureSettings, configureOptions);

    public static AspireRedisClientBuilder AddRedisClientBuilder(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<StackExchangeRedisSettings>? configureSettings = null,
        Action<ConfigurationOptions>? configureOptions = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionName);
        var settings = ReadSettings(builder.Configuration, connectionName);
        configureSettings?.Invoke(settings);

        builder.Services.AddSingleton<IConnectionMultiplexer>(provider =>
        {
            var options = ReadOptions(builder.Configuration, connectionName, settings, configureOptions);
            options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
            var connection = ConnectionMultiplexer.Connect(options);
            provider.GetService<RedisCommandTracing>()?.Watch(connection);
            return connection;
        });
        AddTracing(builder.Services, settings);
        AddHealthCheck(builder.Services, settings);
        if (!settings.DisableAutoActivation)
        {
            builder.Services.AddHostedService<RedisActivation>();
        }

        return new AspireRedisClientBuilder(builder, settings, serviceKey: null);
    }

    private static StackExchangeRedisSettings ReadSettings(IConfiguration configuration, string name)
    {
        var settings = new StackExchangeRedisSettings();
        configuration.GetSection(Section).Bind(settings);
        configuration.GetSection($"{Section}:{name}").Bind(settings);
        settings.ConnectionString = configuration.GetConnectionString(name) ?? settings.ConnectionString;
        return settings;
    }

    private static ConfigurationOptions ReadOptions(
        IConfiguration configuration, string name, StackExchangeRedisSettings settings, Action<ConfigurationOptions>? configure)
    {
        var options = new ConfigurationOptions();
        if (!string.IsNullOrEmpty(settings.ConnectionString))
        {
            options = ConfigurationOptions.Parse(settings.ConnectionString);
        }

        // A server that is away at the start is connected to later, unless the connection string wants otherwise.
        if (settings.ConnectionString?.Contains("abortConnect", StringComparison.OrdinalIgnoreCase) != true)
        {
            options.AbortOnConnectFail = false;
        }

        configuration.GetSection($"{Section}:ConfigurationOptions").Bind(options);
        configuration.GetSection($"{Section}:{name}:ConfigurationOptions").Bind(options);
        configure?.Invoke(options);
        return options.EndPoints.Count > 0
            ? options
            : throw new InvalidOperationException(
                $"No endpoints specified. Ensure a valid connection string was provided in 'ConnectionStrings:{name}' or for the '{Section}:ConnectionString' configuration section.");
    }

    private static void AddTracing(IServiceCollection services, StackExchangeRedisSettings settings)
    {
        if (!settings.DisableTracing)
        {
            services.TryAddSingleton<RedisCommandTracing>();
            services.AddOpenTelemetry().WithTracing(static tracing => tracing.AddSource(RedisCommandTracing.SourceName));
        }
    }

    private static void AddHealthCheck(IServiceCollection services, StackExchangeRedisSettings settings)
    {
        if (!settings.DisableHealthChecks)
        {
            services.AddHealthChecks().AddRedis(
                static provider => provider.GetRequiredService<IConnectionMultiplexer>(), HealthCheck, HealthStatus.Unhealthy);
        }
    }
}
