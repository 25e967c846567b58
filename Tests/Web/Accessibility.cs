using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Tests.Web;

/// <summary>What axe-core, the rules that most audits use, says of a page; and the contrast of text on bars, which it cannot tell.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

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
              if (node.closest(".bars li")) {
                grounds.push(parse(getComputedStyle(node.closest(".line, .bars li"), "::before").backgroundColor));
              }
              const ink = parse(getComputedStyle(node).color);
              return grounds.map((color) => ratio(ink, color)).filter((value) => value < 4.5)
                .map((value) => `${node.textContent.trim()}: ${value.toFixed(2)}`);
            });
        }
        """;

    /// <summary>Fails with each rule that the page breaks, and where.</summary>
    public static async Task AssertGoodAsync(IPage page) => await AssertGoodAsync(page, await page.RunAxe(Rules));

    /// <summary>The same for a part of the page, where the rest was looked at before; it takes a fraction of the time.</summary>
    public static async Task AssertGoodAsync(IPage page, ILocator part) => await AssertGoodAsync(page, await part.RunAxe(Rules));

    private static async Task AssertGoodAsync(IPage page, AxeResult found)
    {
        Assert.NotEmpty(found.Passes);
        Assert.Empty(found.Violations.SelectMany(static rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}")));
        Assert.Empty(await page.EvaluateAsync<string[]>(ContrastScript));
    }
}
