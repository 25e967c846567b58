using Aspire.Hosting.Testing;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>Pictures that are alike, found from each other by a person.</summary>
public sealed class SimilarPageTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Analyse_two_pictures_that_are_alike_finds_one_from_the_other_and_back()
    {
        var page = await session.OpenAsync();
        await AnalyzeAsync(page, ("one.jpg", PhotoVariants.Of("palace.jpg", 1, first: 7001)[0]), ("two.jpg", PhotoVariants.Of("palace.jpg", 1, first: 7002)[0]));
        await page.Locator("#panel-embedding").GetByRole(AriaRole.Link).ClickAsync();

        await Assertions.Expect(page.Locator("#asked-name")).ToHaveTextAsync("one.jpg");
        await Assertions.Expect(page.Locator("#asked img")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#digest")).ToContainTextAsync("sha256:");
        await Assertions.Expect(page.Locator("#comparison")).ToContainTextAsync("efficientnet-lite2");
        var other = page.GetByRole(AriaRole.Link, new() { Name = "two.jpg" });
        await Assertions.Expect(other).ToContainTextAsync("% alike");
        await Assertions.Expect(other.Locator("img")).ToBeVisibleAsync();
        await other.ClickAsync();
        await Assertions.Expect(page.Locator("#asked-name")).ToHaveTextAsync("two.jpg");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "one.jpg" })).ToContainTextAsync("% alike");
        await Accessibility.AssertGoodAsync(page);
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task See_a_picture_that_another_browser_has_sent_shows_its_digest_and_no_picture()
    {
        var picture = PhotoVariants.Of("palace.jpg", 1, first: 7003)[0];
        using var client = (await appHost.GetAsync()).CreateHttpClient("web");
        using var body = new ByteArrayContent(picture) { Headers = { ContentType = new("image/jpeg") } };
        using var reply = await client.PostAsync("/api/analyze?features=embedding", body, TestContext.Current.CancellationToken);
        reply.EnsureSuccessStatusCode();
        var digest = Photo.Encoded(picture).Digest;

        var page = await session.OpenAsync();
        await AnalyzeAsync(page, ("mine.jpg", PhotoVariants.Of("palace.jpg", 1, first: 7004)[0]));
        await page.GotoAsync($"/similar?digest={digest}");
        await Assertions.Expect(page.Locator("#asked-name")).ToHaveTextAsync("Not sent from this browser");
        await Assertions.Expect(page.Locator("#asked img")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "mine.jpg" }).ClickAsync();
        var tile = page.Locator($"#tiles a[href*='{digest["sha256:".Length..]}']");
        await Assertions.Expect(tile).ToContainTextAsync(digest.Substring("sha256:".Length, 12));
        await Assertions.Expect(tile.Locator("img")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("sha256:abababababababababababababababababababababababababababababababab")]
    [InlineData("<img src=x>")]
    public async Task Ask_about_a_picture_that_is_not_known_says_what_to_do(string digest)
    {
        var page = await session.OpenAsync(path: $"/similar?digest={Uri.EscapeDataString(digest)}");
        var problem = page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(problem).ToContainTextAsync("It was not analysed with its embedding by this model since the server started");
        await Assertions.Expect(problem.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/");
        await Assertions.Expect(page.Locator("#digest")).ToHaveTextAsync(digest);
        await Assertions.Expect(page.Locator("img")).ToHaveCountAsync(0);
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Ask_about_a_model_that_is_not_there_tells_the_problem()
    {
        var page = await session.OpenAsync(path: $"/similar?digest=sha256:{new string('a', 64)}&model=nobody");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Model not found");
    }

    [Fact]
    public async Task Ask_about_no_picture_offers_those_of_this_browser_and_forgets_them()
    {
        var page = await session.OpenAsync(path: "/similar");
        await Assertions.Expect(page.Locator("#kept")).ToContainTextAsync("This browser keeps no pictures.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The small pictures are kept in this browser alone");
        await page.GotoAsync("/");
        await AnalyzeAsync(page, ("older.jpg", PhotoVariants.Of("palace.jpg", 1, first: 7005)[0]));
        await AnalyzeAsync(page, ("newer.jpg", PhotoVariants.Of("palace.jpg", 1, first: 7006)[0]));

        await page.GotoAsync("/similar");
        await Assertions.Expect(page.Locator("#kept-tiles a")).ToHaveTextAsync(["newer.jpg", "older.jpg"]);
        await page.GetByRole(AriaRole.Link, new() { Name = "older.jpg" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "newer.jpg" })).ToContainTextAsync("% alike");

        await page.GetByRole(AriaRole.Link, new() { Name = "Choose another one" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Forget them all" }).ClickAsync();
        await Assertions.Expect(page.Locator("#kept-tiles a")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#kept")).ToContainTextAsync("This browser keeps no pictures.");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#kept")).ToContainTextAsync("This browser keeps no pictures.");
    }

    [Fact]
    public async Task Show_similar_pictures_on_a_phone_in_Chinese_fits_the_screen()
    {
        var page = await session.OpenAsync(390, ColorScheme.Dark, language: "zh");
        await AnalyzeAsync(
            page,
            ("a_name_of_a_file_that_goes_on_and_on_and_is_wider_than_the_screen.jpg", PhotoVariants.Of("palace.jpg", 1, first: 7007)[0]),
            ("two.jpg", PhotoVariants.Of("palace.jpg", 1, first: 7008)[0]));
        await page.Locator("#panel-embedding").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "two.jpg" })).ToContainTextAsync("相似度");
        await ScreenFit.AssertAsync(page, 390);
        await Accessibility.AssertGoodAsync(page);
    }

    /// <summary>Has pictures analysed on the page for it, and shows the first one's embedding.</summary>
    private static async Task AnalyzeAsync(IPage page, params (string Name, byte[] Bytes)[] pictures)
    {
        var before = await KeptAsync(page);
        await page.SetInputFilesAsync(
            "#file", pictures.Select(static picture => new FilePayload { Name = picture.Name, MimeType = "image/jpeg", Buffer = picture.Bytes }));
        await Eventually.IsTrueAsync(async () => await KeptAsync(page) == before + pictures.Length);
        await page.Locator("#tab-embedding").ClickAsync();
    }

    private static Task<int> KeptAsync(IPage page) => page.EvaluateAsync<int>(
        "import('/js/shared/thumbnails.js').then(({ listThumbnails }) => listThumbnails()).then((kept) => kept.length)");
}
