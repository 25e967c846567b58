using Aspire.Hosting.Testing;
using Xunit;

namespace Tests.Hosting;

/// <summary>What operators ask every service of the running system.</summary>
public sealed class ServiceEndpointTests(AppHostFixture fixture)
{
    [Theory]
    [InlineData("web")]
    [InlineData("api")]
    [InlineData("inference")]
    public async Task Health_of_each_service_is_ready_live_and_started(string resource)
    {
        var app = await fixture.GetAsync();
        using var client = app.CreateHttpClient(resource);
        foreach (var probe in new[] { "live", "ready", "startup" })
        {
            using var response = await client.GetAsync($"/health/{probe}", TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, $"{resource} is not {probe}.");
        }
    }

    [Theory]
    [InlineData("web")]
    [InlineData("api")]
    [InlineData("inference")]
    public async Task Metrics_of_each_service_are_served(string resource)
    {
        var app = await fixture.GetAsync();
        using var client = app.CreateHttpClient(resource);
        Assert.Contains("# TYPE", await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
