using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Orchestration;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting;

internal static class ApplicationModelHostBuilderExtensions
{
    public static void AddApplicationModel(
        this HostApplicationBuilder builder,
        DistributedApplicationOptions options,
        DistributedApplicationExecutionContext executionContext,
        IDistributedApplicationEventing eventing,
        IResourceCollection resources)
    {
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(executionContext);
        builder.Services.AddSingleton(eventing);
        builder.Services.AddSingleton(new DistributedApplicationModel(resources));
        builder.Services.AddHealthChecks();
        builder.Services.AddHostedService<BeforeStartPublisher>();
        if (executionContext.IsPublishMode)
        {
            builder.Services.AddPublishing();
        }
        else
        {
            builder.Services.AddSingleton<IValidateOptions<TransportOptions>, TransportOptionsValidator>();
            builder.Services.AddOptions<TransportOptions>().ValidateOnStart();
            builder.Services.AddDashboard(options, resources);
            builder.Services.AddOrchestration();
        }

        // The host's own lifetime messages repeat ours, and a failing probe is a state of its resource, not an error of the AppHost.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks.DefaultHealthCheckService", LogLevel.None);
    }
}
