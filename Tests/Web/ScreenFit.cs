using Microsoft.Playwright;
using Xunit;

namespace Tests.Web;

/// <summary>Whether a page can be read without scrolling sideways.</summary>
internal static class ScreenFit
{
    public static async Task AssertAsync(IPage page, int width) =>
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
}
