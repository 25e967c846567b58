using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>What every page owes to everybody: any screen, the keyboard alone, and no script but its own.</summary>
public sealed class PageQualityTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private static readonly TimeSpan KeyPatience = TimeSpan.FromSeconds(3);

    private const int MaximumPageBytes = 150 * 1024;

    /// <summary>Where each part of the page is that was there before the answer.</summary>
    private const string PositionsScript =
        """
        ["stage", "choose", "photograph", "again", "results", "model", "top", "status"]
          .map((id) => { const box = document.getElementById(id).getBoundingClientRect(); return `${id} ${Math.round(box.x)},${Math.round(box.y)}`; })
          .join("; ")
        """;

    /// <summary>The texts whose contrast, by the formula of WCAG 2.2, is under that of level AA.</summary>
    private const string ContrastScript =
        """
        () => {
          const parse = (color) => color.match(/[\d.]+/g).map(Number);
          const luminance = ([red, green, blue]) => {
            const [r, g, b] = [red, green, blue].map((value) => value / 255)
              .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ratio = (one, other) => {
            const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
            return (high + 0.05) / (low + 0.05);
          };
          const isOpaque = (color) => color.length === 3 || color[3] === 1;
          const ground = (node) => {
            const color = parse(getComputedStyle(node).backgroundColor);
            return isOpaque(color) || !node.parentElement ? color : ground(node.parentElement);
          };
          return [...document.body.querySelectorAll("*")]
            .filter((node) => [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim()))
            .filter((node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
            .flatMap((node) => {
              const grounds = [ground(node)];
              if (node.closest(".labels li")) {
                grounds.push(parse(getComputedStyle(node.closest("li"), "::before").backgroundColor));
              }
              const ink = parse(getComputedStyle(node).color);
              return grounds.map((color) => ratio(ink, color)).filter((value) => value < 4.5)
                .map((value) => `${node.textContent.trim()}: ${value.toFixed(2)}`);
            });
        }
        """;

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1400, ColorScheme.Light)]
    [InlineData(1400, ColorScheme.Dark)]
    public async Task Show_a_result_fits_the_screen(int width, ColorScheme scheme)
    {
        var page = await session.OpenAsync(width, scheme);
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(page.Locator("#labels li").First).ToBeVisibleAsync();
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        var background = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        Assert.Equal(scheme == ColorScheme.Dark ? "rgb(16, 18, 26)" : "rgb(244, 245, 249)", background);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1400)]
    public async Task Show_a_result_moves_nothing_that_was_there(int width)
    {
        var page = await session.OpenAsync(width);
        var answerMayCome = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/api/analyze*", async route =>
        {
            await answerMayCome.Task;
            await route.ContinueAsync();
        });
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(page.Locator("#preview")).ToBeVisibleAsync();
        var before = await page.EvaluateAsync<string>(PositionsScript);
        answerMayCome.SetResult();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Done");
        Assert.Equal(before, await page.EvaluateAsync<string>(PositionsScript));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Read_any_text_of_a_result_or_a_problem_has_contrast_enough(ColorScheme scheme)
    {
        var page = await session.OpenAsync(scheme: scheme);
        Assert.Empty(await page.EvaluateAsync<string[]>(ContrastScript));
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await page.Locator("#more summary").ClickAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(ContrastScript));
        await session.DropAsync("notes.txt", "text/plain", "just some notes");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(ContrastScript));
    }

    [Fact]
    public async Task Tab_through_the_page_reaches_every_control_by_its_name()
    {
        var page = await session.OpenAsync();
        await Assertions.Expect(page.Locator("#model option")).ToHaveCountAsync(2);
        var reached = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.textContent.trim()"));
        }

        Assert.Equal(
            ["Skip to the results", "Image understanding", "API reference", "file", "photograph", "model", "top"], reached[..7]);
    }

    [Fact]
    public async Task Choose_by_the_keyboard_alone_opens_the_file_dialog()
    {
        var page = await session.OpenAsync();
        await page.FocusAsync("#file");
        var opening = page.WaitForFileChooserAsync();

        // A browser that is short of time may drop a key; a person presses it again.
        do
        {
            await page.Keyboard.PressAsync("Space");
        }
        while (await Task.WhenAny(opening, Task.Delay(KeyPatience, TestContext.Current.CancellationToken)) != opening);
        var chooser = await opening;
        await chooser.SetFilesAsync(Path.Combine(Photo.Folder, "coffee.jpg"));
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("espresso");
    }

    [Fact]
    public async Task Name_a_file_with_markup_renders_none_of_it()
    {
        var page = await session.OpenAsync();
        await session.DropAsync("<img src=x onerror=alert(1)>.jpg", "image/jpeg", "<script>document.title='broken'</script>");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Invalid image format");
        await Assertions.Expect(page.Locator("#preview")).ToHaveAttributeAsync("alt", "<img src=x onerror=alert(1)>.jpg");
        Assert.Equal(0, await page.Locator("img[src=x]").CountAsync());
        Assert.Equal("What is in your picture?", await page.TitleAsync());
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Inject_an_inline_script_is_blocked_by_the_policy()
    {
        var page = await session.OpenAsync();
        await page.EvaluateAsync(
            "() => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); }");
        Assert.False(await page.EvaluateAsync<bool>("window.ran === true"));
        Assert.Contains(session.Complaints, line => line.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Load_the_page_weighs_little_and_asks_no_other_host()
    {
        var page = await session.OpenAsync();
        var resources = await page.EvaluateAsync<string[]>(
            "performance.getEntriesByType('resource').map((entry) => `${new URL(entry.name).origin === location.origin} ${entry.decodedBodySize}`)");
        Assert.All(resources, resource => Assert.StartsWith("true ", resource, StringComparison.Ordinal));
        var bytes = resources.Sum(resource => int.Parse(resource.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(bytes, 1, MaximumPageBytes);
    }
}
