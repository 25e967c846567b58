using Tests.Fixtures;
using WebFrontend.Proxy;
using Xunit;

namespace Tests.Web;

/// <summary>The models that the page offers when it comes from the server.</summary>
public sealed class ModelChoiceTests
{
    private const string Default = "<option value=\"efficientnet-lite2\" selected=\"selected\">efficientnet-lite2 (";
    private const string Other = "<option value=\"efficientnet-lite0\">efficientnet-lite0 (";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_of_the_page_by_many_offers_the_models_and_asks_the_api_once()
    {
        await using var api = await ApiProcess.StartAsync(("RateLimiting:Read:PermitLimit", "1"), ("Objects:Model", "nanodet-g"));
        await using var web = WebAt(api.Client.BaseAddress!.ToString());
        for (var visit = 0; visit < 3; visit++)
        {
            var page = await web.Client.GetStringAsync($"/?visit={visit}", Cancellation);
            Assert.Contains(Default, page, StringComparison.Ordinal);
            Assert.Contains(Other, page, StringComparison.Ordinal);
            Assert.DoesNotContain("nanodet", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_of_the_page_while_the_api_is_away_leaves_the_models_to_its_script()
    {
        await using var web = WebAt("http://127.0.0.1:1");
        var page = await web.Client.GetStringAsync("/", Cancellation);
        Assert.Contains("<select id=\"model\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value", page, StringComparison.Ordinal);
    }

    private static RunningService<DiscoveredDestinations> WebAt(string api) =>
        new(host => host.UseSetting("services:api:http:0", api));
}
