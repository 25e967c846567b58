using WebFrontend.Proxy;

namespace WebFrontend.Status;

/// <summary>A service whose state is shown.</summary>
/// <param name="Name">What service discovery calls it.</param>
/// <param name="Address">Where it is.</param>
internal sealed record MonitoredService(string Name, string Address)
{
    private const string Inference = "inference";

    /// <summary>The services that are known here. Where the engine has none of its own, the API runs it, and tells of it.</summary>
    public static IReadOnlyList<MonitoredService> From(IConfiguration configuration)
    {
        var api = new MonitoredService("api", ApiProxy.ServiceAddress);
        return configuration.GetSection($"services:{Inference}").Exists()
            ? [api, new MonitoredService(Inference, $"https+http://{Inference}")]
            : [api];
    }
}
