using Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tests.Fixtures;
using Vision;
using Vision.Admission;
using Vision.Models;
using Vision.Text;
using Xunit;

namespace Tests.Unit.Text;

/// <summary>An engine with one worker for text, which is kept busy, and room for one more image in its queue.</summary>
public sealed class TextWorkersTests : IAsyncLifetime
{
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IHost host;
    private Task<int>? running;

    public TextWorkersTests()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Repository.Root });
        builder.Configuration.AddInMemoryCollection(
            [new("Text:Workers", "1"), new("Text:Capacity", "1"), new("Admission:Workers", "1")]);
        builder.Services.AddVision(startupTag: "startup");
        host = builder.Build();
    }

    private TextWorkers Workers => host.Services.GetRequiredService<TextWorkers>();

    public async ValueTask InitializeAsync()
    {
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<ModelRepository>().ExecuteTask!;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        running = Workers.RunAsync(
            _ =>
            {
                started.SetResult();
                release.Task.GetAwaiter().GetResult();
                return 0;
            },
            CancellationToken.None);
        await started.Task;
    }

    public async ValueTask DisposeAsync()
    {
        release.TrySetResult();
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }

    [Fact]
    public async Task AnalyzeAsync_while_all_text_workers_are_busy_answers_other_features()
    {
        var waiting = AnalyzeAsync(Features.Text);
        var outcome = await AnalyzeAsync(Features.Labels);
        Assert.Equal("web site", outcome.Analysis.Labels![0].Name);
        Assert.False(waiting.IsCompleted);
        release.SetResult();
        var read = await waiting;
        Receipt.AssertRead(read.Analysis.Text);
        Assert.NotEqual(TimeSpan.Zero, read.Timings.Single(timing => timing.Stage == "queue").Duration);
    }

    [Fact]
    public async Task AnalyzeAsync_beyond_the_text_queue_lacks_the_text_alone()
    {
        var waiting = AnalyzeAsync(Features.Text);
        var refused = await AnalyzeAsync(Features.Labels | Features.Text);
        Assert.NotEmpty(refused.Analysis.Labels!);
        Assert.Null(refused.Analysis.Text);
        var error = Assert.Single(refused.Analysis.Errors);
        Assert.Equal(("text", "overloaded"), (error.Feature, error.Code));
        release.SetResult();
        await waiting;
    }

    [Fact]
    public async Task AnalyzeAsync_whose_caller_leaves_the_text_queue_ends_at_once()
    {
        using var caller = new CancellationTokenSource();
        var waiting = AnalyzeAsync(Features.Text, caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Dispose_of_the_models_waits_for_the_text_workers()
    {
        var disposing = Task.Run(host.Services.GetRequiredService<ModelRepository>().Dispose, TestContext.Current.CancellationToken);
        await Eventually.IsTrueAsync(IsClosed);
        Assert.False(disposing.IsCompleted);
        release.SetResult();
        await Task.WhenAll(running!, disposing);
    }

    private bool IsClosed()
    {
        try
        {
            host.Services.GetRequiredService<AdmissionQueues>().Add("late", capacity: 1, workers: 0);
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    private Task<AnalysisOutcome> AnalyzeAsync(Features features, CancellationToken? cancellationToken = null) =>
        host.Services.GetRequiredService<IImageAnalyzer>().AnalyzeAsync(
            Photo.Load(Receipt.FileName),
            new AnalysisOptions { Features = features },
            progress: null,
            cancellationToken ?? TestContext.Current.CancellationToken);
}
