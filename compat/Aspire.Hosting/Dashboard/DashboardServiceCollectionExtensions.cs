using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Dashboard;

internal static class DashboardServiceCollectionExtensions
{
    /// <summary>Adds the dashboard, in the model the first of all, unless it is not wanted.</summary>
    public static void AddDashboard(this IServiceCollection services, DistributedApplicationOptions options, IResourceCollection resources)
    {
        if (options.DisableDashboard)
        {
            return;
        }

        resources.Insert(0, new DashboardResource());
        services.AddSingleton<SecretValues>();
        services.AddSingleton<DashboardFeed>();
        services.AddHostedService<DashboardHost>();
    }
}
