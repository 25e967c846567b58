using Tests.Fixtures;
using WebFrontend.Proxy;

namespace Tests.Web;

/// <summary>The page's own server before an API of a test's own.</summary>
internal static class WebBefore
{
    public static RunningService<DiscoveredDestinations> Api(Uri api) =>
        new(host => host.UseSetting("services:api:http:0", api.ToString()));
}
