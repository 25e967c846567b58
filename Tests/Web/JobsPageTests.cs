using System.Net;
using Aspire.Hosting.Testing;
using Microsoft.Playwright;
using Tests.Api.Jobs;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>What a browser has sent: followed to its end, opened, and forgotten, in the whole system.</summary>
public sealed class JobsPageTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Send_a_picture_in_the_background_follows_it_to_its_result()
    {
        var page = await session.OpenAsync(path: RememberedJobs.Path);
        await Assertions.Expect(page.Locator("#empty")).ToContainTextAsync("Nothing has been sent from this browser yet.");
        await page.Locator("#empty").GetByRole(AriaRole.Link, new() { Name = "Analyse" }).ClickAsync();
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Done", new() { Timeout = 60_000 });
        await page.Button("Analyse in the background").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "See the jobs" }).ClickAsync();
        await page.ExpectStatusAsync("cat.jpg", "Succeeded");
        await Assertions.Expect(page.Job("cat.jpg")).ToContainTextAsync("1 attempt");
        await Assertions.Expect(page.Job("cat.jpg").Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 240);

        // The small copy is all that this browser has of it by now.
        await page.ReloadAsync();
        await page.Button("Show the result of cat.jpg").ClickAsync();
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("Egyptian cat");
        await Assertions.Expect(page.Locator("#preview")).ToHaveJSPropertyAsync("naturalWidth", 240);
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Code" })).ToHaveCountAsync(0);
        await page.Button("Close").ClickAsync();
        await page.Button("Remove cat.jpg from the list").ClickAsync();
        await Assertions.Expect(page.Locator("#empty")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sent from this browser" })).ToBeFocusedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#empty")).ToBeVisibleAsync();
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Open_a_result_whose_picture_is_not_here_shows_all_that_was_found()
    {
        var page = await session.OpenAsync(path: RememberedJobs.Path);
        var job = await (await ClientAsync()).StartAsync(Photo.Bytes("portrait.jpg"), "?features=labels,faces");
        await page.RememberAsync(job, "portrait.jpg");
        await page.Button("Show the result of portrait.jpg").ClickAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("#no-picture")).ToHaveTextAsync("The picture itself is not in this browser.");
        await Assertions.Expect(page.Locator("#shown")).ToBeHiddenAsync();
        Assert.Equal(["Labels", "Faces", "File", "JSON"], await page.GetByRole(AriaRole.Tab).Locator("span:first-child").AllTextContentsAsync());
        await page.Locator("#tab-faces").ClickAsync();
        await Assertions.Expect(page.Locator("#panel-faces")).ToContainTextAsync("Face 1");
        await Assertions.Expect(page.Button("Blur the faces")).ToHaveCountAsync(0);
        await Accessibility.AssertGoodAsync(page);
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Remove_all_that_are_finished_leaves_the_others()
    {
        await using var api = await ApiProcess.StartAsync(("Jobs:Workers", "0"), ("RateLimiting:Anonymous:PermitLimit", "100"));
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!, path: RememberedJobs.Path);
        var canceled = await api.Client.StartAsync();
        using var reply = await api.Client.DeleteAsync($"/api/jobs/{canceled.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, reply.StatusCode);
        await page.RememberAsync((canceled.Id, "first.jpg"), ((await api.Client.StartAsync()).Id, "second.jpg"), ("none", "third.jpg"));
        await page.ExpectStatusAsync("third.jpg", "Expired");
        await page.ExpectStatusAsync("first.jpg", "Cancelled");
        await Assertions.Expect(page.Locator("#summary")).ToHaveTextAsync("3 jobs, 1 not finished");
        await page.Button("Remove all that are finished").ClickAsync();
        await Assertions.Expect(page.Locator(".job .name")).ToHaveTextAsync(["second.jpg"]);
        await page.ReloadAsync();
        await page.ExpectStatusAsync("second.jpg", "Queued");
        await Assertions.Expect(page.Locator("#summary")).ToHaveTextAsync("1 job, 1 not finished");
    }

    [Theory]
    [InlineData(1400, ColorScheme.Light, "en", "Succeeded")]
    [InlineData(390, ColorScheme.Dark, "zh", "已成功")]
    public async Task Show_jobs_in_every_state_fits_the_screen_and_is_accessible(int width, ColorScheme scheme, string language, string words)
    {
        var page = await session.OpenAsync(width, scheme, RememberedJobs.Path, language);
        await Accessibility.AssertGoodAsync(page);
        var client = await ClientAsync();
        var broken = await client.StartAsync(PngFile.WithSize(50, 50));
        await page.RememberAsync(((await client.StartAsync()).Id, "cat.jpg"), (broken.Id, "broken.png"), ("none", new string('x', 80) + ".jpg"));
        await page.ExpectStatusAsync("cat.jpg", words);
        await Assertions.Expect(page.Locator(".job[data-status=failed] .problem")).ToContainTextAsync("invalid_image");
        await Assertions.Expect(page.Locator(".job[data-status=expired]")).ToHaveCountAsync(1);
        await Accessibility.AssertGoodAsync(page);
        await ScreenFit.AssertAsync(page, width);
    }

    private async Task<HttpClient> ClientAsync() => (await appHost.GetAsync()).CreateHttpClient("web");
}
