using Microsoft.Playwright;

namespace Tests.Web;

/// <summary>How much of a page has moved by itself, as browsers reckon it.</summary>
internal static class LayoutShifts
{
    /// <summary>What follows a click within half a second does not count.</summary>
    private const string Script =
        """
        new Promise((known) => {
          const place = ({ x, y, width, height }) => `${x} ${y} ${width}x${height}`;
          const told = ({ node, previousRect, currentRect }) =>
            `${node?.outerHTML?.slice(0, 120) ?? node?.textContent} from ${place(previousRect)} to ${place(currentRect)}`;
          const shifts = [];
          new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => known(shifts
            .filter((shift) => !shift.hadRecentInput && shift.value > 0.001)
            .map(({ value, sources }) => `${value.toFixed(4)} ${sources.map(told).join(", ")}`)))));
        })
        """;

    /// <summary>All shifts since the page was opened, with what moved.</summary>
    public static Task<string[]> SinceOpenedAsync(IPage page) => page.EvaluateAsync<string[]>(Script);
}
