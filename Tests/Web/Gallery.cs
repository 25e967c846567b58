using Microsoft.Playwright;

namespace Tests.Web;

/// <summary>The page Batch as its tests use it.</summary>
internal static class Gallery
{
    public const string Path = "/batch";

    /// <summary>The requests by which it has pictures analysed.</summary>
    public const string Analyses = "**/api/analyze?*";

    /// <summary>A whole folder on a machine that does much else.</summary>
    private const float PatienceMilliseconds = 90_000;

    public static Task ExpectProgressAsync(this IPage page, string words) =>
        Assertions.Expect(page.Locator("#progress")).ToHaveTextAsync(words, new() { Timeout = PatienceMilliseconds });

    public static ILocator Tiles(this IPage page) => page.Locator(".tile:visible");

    /// <summary>The tile of the picture whose file has this name.</summary>
    public static ILocator Tile(this IPage page, string name) =>
        page.Locator(".tile").Filter(new() { Has = page.GetByText(name, new() { Exact = true }) });

    /// <summary>Leaves only the labels to be looked for, which is quickest.</summary>
    public static Task LookForLabelsAloneAsync(this IPage page) => page.GetByRole(AriaRole.Checkbox, new() { Name = "Text" }).UncheckAsync();

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
