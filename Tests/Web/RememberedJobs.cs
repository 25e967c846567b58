using Contracts;
using Microsoft.Playwright;

namespace Tests.Web;

/// <summary>The page Jobs of a browser that has sent some.</summary>
internal static class RememberedJobs
{
    public const string Path = "/jobs";

    private const float PatienceMilliseconds = 60_000;

    /// <summary>Makes the browser remember jobs, the first as the newest, and shows them.</summary>
    public static async Task RememberAsync(this IPage page, params (string Id, string Name)[] jobs) => await page.RememberAsync("analysis", jobs);

    public static async Task RememberAsync(this IPage page, string kind, params (string Id, string Name)[] jobs)
    {
        await page.EvaluateAsync(
            "(jobs) => localStorage.setItem('jobs', JSON.stringify(jobs))",
            jobs.Select(job => new { id = job.Id, kind, name = job.Name, sentAt = DateTimeOffset.UtcNow.ToString("O") }));
        await page.ReloadAsync();
    }

    public static async Task RememberAsync(this IPage page, Job job, string name = "cat.jpg") => await page.RememberAsync((job.Id, name));

    /// <summary>The row of the job of this name.</summary>
    public static ILocator Job(this IPage page, string name) =>
        page.GetByRole(AriaRole.Listitem).Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }) });

    public static Task ExpectStatusAsync(this IPage page, string name, string words) =>
        Assertions.Expect(page.Job(name).Locator(".status")).ToHaveTextAsync(words, new() { Timeout = PatienceMilliseconds });
}
