using System.Net;
using System.Text.Json;
using Tests.Fixtures;
using WebFrontend.Proxy;
using WebFrontend.Status;
using Xunit;

namespace Tests.Web;

/// <summary>The figures that the pages' server gives of the services.</summary>
internal static class StatusWeb
{
    public const string Route = "/status/figures";

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
