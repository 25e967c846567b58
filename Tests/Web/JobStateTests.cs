using System.Diagnostics;
using ApiService.Inference;
using Contracts;
using Microsoft.Playwright;
using Tests.Api.Classifiers;
using Tests.Api.Jobs;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>Jobs in each state, and on their way from one to the next, before servers that hold them there.</summary>
public sealed class JobStateTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private static readonly (string, string) NoWorkers = ("Jobs:Workers", "0");
    private static readonly (string, string) NoQuota = ("RateLimiting:Anonymous:PermitLimit", "1000");

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Follow_a_running_job_tells_by_itself_when_it_has_succeeded()
    {
        await using var inference = await GatedInference.StartAsync();
        await using var api = new RunningService<InferenceOptions>(host => host.UseSetting("services:inference:http:0", inference.Address.ToString()));
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!, path: RememberedJobs.Path);
        await page.RememberAsync(await api.Client.StartAsync());
        await page.ExpectStatusAsync("cat.jpg", "Running");
        await Assertions.Expect(page.Job("cat.jpg").GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        inference.Open();
        await page.ExpectStatusAsync("cat.jpg", "Succeeded");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("cat.jpg: Succeeded");
        await Assertions.Expect(page.Job("cat.jpg").GetByRole(AriaRole.Progressbar)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Cancel_a_running_job_ends_it_on_the_server()
    {
        await using var inference = await HangingInference.StartAsync();
        await using var api = await inference.ApiAsync();
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!, path: RememberedJobs.Path);
        await page.RememberAsync(await api.Client.StartAsync());
        await page.ExpectStatusAsync("cat.jpg", "Running");
        await page.Button("Cancel cat.jpg").ClickAsync();
        await page.ExpectStatusAsync("cat.jpg", "Cancelled");
        await inference.CallerLeft.WaitAsync(TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Button("Cancel cat.jpg")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Cancel_a_queued_job_by_the_keyboard_takes_it_back()
    {
        await using var api = await ApiProcess.StartAsync(NoWorkers);
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!, path: RememberedJobs.Path);
        var job = await api.Client.StartAsync();
        await page.RememberAsync(job);
        await page.ExpectStatusAsync("cat.jpg", "Queued");
        await page.Button("Cancel cat.jpg").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ExpectStatusAsync("cat.jpg", "Cancelled");
        Assert.Equal(JobStatus.Canceled, (await api.Client.GetJobAsync(job.Id)).Status);
        await Assertions.Expect(page.Button("Remove cat.jpg from the list")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Come_back_after_the_outcome_was_dropped_says_that_it_has_expired()
    {
        await using var api = await ApiProcess.StartAsync(("Jobs:Retention", "00:00:01"));
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!, path: RememberedJobs.Path);
        var job = await api.Client.StartAsync();
        await Eventually.IsTrueAsync(async () =>
        {
            using var reply = await api.Client.GetAsync($"/api/jobs/{job.Id}", TestContext.Current.CancellationToken);
            return (int)reply.StatusCode == ErrorCodes.JobNotFound.Status;
        });
        await page.RememberAsync(job);
        await page.ExpectStatusAsync("cat.jpg", "Expired");
        await Assertions.Expect(page.Job("cat.jpg")).ToContainTextAsync("The server does not keep it any more");
        await Assertions.Expect(page.Button("Show the result of cat.jpg")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Follow_a_training_tells_how_good_the_classifier_is_and_leads_to_it()
    {
        using var models = new ModelRepositoryCopy(ClassifierProcess.Backbone);
        await using var api = await ClassifierProcess.StartAsync(models.Root);
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!, path: RememberedJobs.Path);
        var job = await api.Client.StartTrainingAsync(ClassifierRequests.Form("drinks", ClassifierRequests.Drinks()));
        await page.RememberAsync("training", (job.Id, "drinks"));
        await page.ExpectStatusAsync("drinks", "Succeeded");
        await Assertions.Expect(page.Job("drinks")).ToContainTextAsync("drinks, version 1: 100.0% of 10 pictures that it had not seen were told right. It is live.");
        await Assertions.Expect(page.Job("drinks").GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/classifiers");
    }

    [Fact]
    public async Task Follow_many_jobs_reads_the_first_at_once_and_then_two_a_second()
    {
        await using var api = await ApiProcess.StartAsync(NoWorkers, NoQuota);
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!, path: RememberedJobs.Path);
        var jobs = new List<(string, string)>();
        for (var number = 0; number < 30; number++)
        {
            jobs.Add(((await api.Client.StartAsync()).Id, $"{number}.jpg"));
        }

        var reads = new List<long>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/api/jobs/", StringComparison.Ordinal))
            {
                reads.Add(Stopwatch.GetTimestamp());
            }
        };
        await page.RememberAsync([.. jobs]);
        await Assertions.Expect(page.Locator(".job[data-status=queued]")).ToHaveCountAsync(30, new() { Timeout = 60_000 });
        Assert.Equal(Enumerable.Range(0, 30).Select(static number => $"{number}.jpg"), await page.Locator(".job .name").AllTextContentsAsync());

        // The ten that were left take five turns, with a second before each.
        Assert.True(Stopwatch.GetElapsedTime(reads[19], reads[29]) > TimeSpan.FromSeconds(4.5));
    }

    [Fact]
    public async Task Look_at_another_page_meanwhile_reads_nothing_until_one_comes_back()
    {
        await using var api = await ApiProcess.StartAsync(NoWorkers);
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!, path: RememberedJobs.Path);
        await page.AddInitScriptAsync("Object.defineProperty(document, 'visibilityState', { get: () => window.state ?? 'hidden' })");
        var reads = 0;
        page.Request += (_, request) => reads += request.Url.Contains("/api/jobs/", StringComparison.Ordinal) ? 1 : 0;
        await page.RememberAsync(await api.Client.StartAsync());
        await page.ExpectStatusAsync("cat.jpg", "Asking …");
        Assert.Equal(0, reads);
        await page.EvaluateAsync("() => { window.state = 'visible'; document.dispatchEvent(new Event('visibilitychange')); }");
        await page.ExpectStatusAsync("cat.jpg", "Queued");
    }
}
