using System.Globalization;
using Tests.Fixtures;
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
        await using var api = await ApiProcess.StartAsync(("Objects:Model", "nanodet-g"));
        await using var web = WebBefore.Api(api.Client.BaseAddress!);

        // The page waits for a second; what the services do for the first time may take longer.
        var page = "";
        await Eventually.IsTrueAsync(async () =>
            (page = await web.Client.GetStringAsync("/", Cancellation)).Contains(Default, StringComparison.Ordinal));
        Assert.Contains(Other, page, StringComparison.Ordinal);
        Assert.DoesNotContain("nanodet", page, StringComparison.Ordinal);

        var before = await ReadsLeftAsync(api.Client);
        for (var visit = 0; visit < 5; visit++)
        {
            Assert.Contains(Default, await web.Client.GetStringAsync($"/?visit={visit}", Cancellation), StringComparison.Ordinal);
        }

        // One is this question itself; another one, if what was kept has expired meanwhile.
        Assert.InRange(before - await ReadsLeftAsync(api.Client), 1, 2);
    }

    [Fact]
    public async Task Get_of_the_page_while_the_api_is_away_leaves_the_models_to_its_script()
    {
        await using var web = WebBefore.Api(WebBefore.NobodyListens);
        var page = await web.Client.GetStringAsync("/", Cancellation);
        Assert.Contains("<select id=\"model\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"efficientnet", page, StringComparison.Ordinal);
    }

    private static async Task<int> ReadsLeftAsync(HttpClient api)
    {
        using var reply = await api.GetAsync("/api/models", Cancellation);
        var left = reply.Headers.GetValues("RateLimit").Single().Split(";r=")[1].Split(';')[0];
        return int.Parse(left, CultureInfo.InvariantCulture);
    }
}
