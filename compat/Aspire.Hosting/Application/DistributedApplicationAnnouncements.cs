using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>How a test host gets hold of the builder inside an AppHost's entry point: it listens to these events and changes what they carry.</summary>
internal static class DistributedApplicationAnnouncements
{
    public const string ListenerName = "Aspire.Hosting";

    public const string Constructing = "DistributedApplicationBuilderConstructing";

    public const string Constructed = "DistributedApplicationBuilderConstructed";

    public const string Building = "DistributedApplicationBuilding";

    public const string Built = "DistributedApplicationBuilt";

    private static readonly DiagnosticListener Listener = new(ListenerName);

    public static void BuilderConstructing(DistributedApplicationOptions options, HostApplicationBuilderSettings settings) =>
        Announce(Constructing, (options, settings));

    public static void BuilderConstructed(DistributedApplicationBuilder builder) => Announce(Constructed, builder);

    public static void ApplicationBuilding(DistributedApplicationBuilder builder) => Announce(Building, builder);

    public static void ApplicationBuilt(DistributedApplication application) => Announce(Built, application);

    private static void Announce(string name, object payload)
    {
        if (Listener.IsEnabled(name))
        {
            Listener.Write(name, payload);
        }
    }
}
