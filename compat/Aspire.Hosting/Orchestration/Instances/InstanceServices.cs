using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Orchestration.Health;

namespace Aspire.Hosting.Orchestration.Instances;

/// <summary>What every instance works with.</summary>
internal sealed record InstanceServices(
    IServiceProvider Provider,
    ResourceNotificationService Notifications,
    ResourceLoggerService Loggers,
    IDistributedApplicationEventing Events,
    LaunchPlanner Planner,
    DependencyWaiter Waiter,
    ResourceHealth Health,
    ResourceUrls Urls);
