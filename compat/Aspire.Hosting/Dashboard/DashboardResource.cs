using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard;

/// <summary>The dashboard's own place in the model; it runs in the AppHost's process.</summary>
internal sealed class DashboardResource() : Resource(ResourceName)
{
    public const string ResourceName = "aspire-dashboard";
}
