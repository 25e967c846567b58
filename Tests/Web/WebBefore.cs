using Tests.Fixtures;
using WebFrontend.Proxy;

namespace Tests.Web;

/// <summary>The pages' own server before services of a test's own.</summary>
internal static class WebBefore
{
    /// <summary>The setting that says where the engine is, if it is not in the API.</summary>
    public const string Inference = "services:inference:http:0";

    /// <summary>An address at which no service is.</summary>
    public static Uri NobodyListens { get; } = new("http://127.0.0.1:1");

    public static RunningService<DiscoveredDestinations> Api(Uri api, params (string Name, string Value)[] settings) =>
        new(host => host.UseSettings([("services:api:http:0", api.ToString()), .. settings]));
}
