using System.Net;
using System.Text.Json;
using Tests.Fixtures;
using WebFrontend.Proxy;
using WebFrontend.Status;
using Xunit;

namespace Tests.Web;

/// <summary>The server of the pages before services of a test's own, and the figures that it gives of them.</summary>
internal static class StatusWeb
{
    public const string Route = "/status/figures";
    public const string NobodyListens = "http://127.0.0.1:1";

    /// <summary>The setting that says where the engine is, if it is not in the API.</summary>
    public const string Inference = "services:inference:http:0";

    public static RunningService<DiscoveredDestinations> At(string api, params (string Name, string Value)[] settings) => new(host =>
    {
        host.UseSetting("services:api:http:0", api);
        foreach (var (name, value) in settings)
        {
            host.UseSetting(name, value);
        }
    });

    public static async Task<StatusReading> ReadAsync(this RunningService<DiscoveredDestinations> web)
    {
        using var response = await web.Client.GetAsync(Route, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize(text, StatusJsonContext.Default.StatusReading)!;
    }

    /// <summary>Reads until what was done a moment ago stands in the figures, which are a second or two old.</summary>
    public static async Task<StatusReading> ReadUntilAsync(
        this RunningService<DiscoveredDestinations> web, Func<StatusReading, bool> isThere)
    {
        StatusReading? reading = null;
        await Eventually.IsTrueAsync(async () => isThere(reading = await web.ReadAsync()));
        return reading!;
    }
}
