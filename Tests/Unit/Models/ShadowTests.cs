using System.Diagnostics.Metrics;
using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Tests.Fixtures;
using Vision.Admission;
using Vision.Models.Shadow;
using Xunit;

namespace Tests.Unit.Models;

/// <summary>A candidate version looks at a share of the images, and only metrics tell.</summary>
public sealed class ShadowTests : IDisposable
{
    private const string Name = "efficientnet-lite0";

    private readonly ModelCopy copy = new(Name);
    private readonly string candidate;

    public ShadowTests() => candidate = copy.AddVersion("2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Analysis_is_compared_with_what_the_candidate_says(bool agrees)
    {
        if (!agrees)
        {
            var labels = Path.Combine(candidate, "imagenet-labels.tsv");
            await File.WriteAllLinesAsync(labels, (await File.ReadAllLinesAsync(labels, Token)).Select(static line => $"other-{line}"), Token);
            File.Delete(Path.Combine(candidate, "golden.json"));
        }

        await using var engine = await StartAsync(share: "1");
        using var comparisons = Collect<long>(engine, "vision.shadow.comparisons");
        using var runs = Collect<double>(engine, "vision.shadow.duration");
        Assert.Equal("1", (await engine.AnalyzeAsync(Name)).Model.Version);
        await Eventually.IsTrueAsync(() => comparisons.GetMeasurementSnapshot().Count == 1);
        var tags = comparisons.GetMeasurementSnapshot()[0].Tags;
        Assert.Equal((Name, "2", agrees), (tags["model"], tags["version"], tags["agrees"]));
        Assert.Equal("2", Assert.Single(runs.GetMeasurementSnapshot()).Tags["version"]);
    }

    [Fact]
    public async Task Analysis_is_compared_for_its_share_alone()
    {
        await using var engine = await StartAsync(share: "0.5");
        using var comparisons = Collect<long>(engine, "vision.shadow.comparisons");
        for (var pair = 1; pair <= 3; pair++)
        {
            await engine.AnalyzeAsync($"{Name}@2");
            await engine.AnalyzeAsync(Name);
            await engine.AnalyzeAsync(Name);
            await Eventually.IsTrueAsync(() => comparisons.GetMeasurementSnapshot().Count >= pair);
            Assert.Equal(pair, comparisons.GetMeasurementSnapshot().Count);
        }
    }

    [Fact]
    public async Task Offer_is_let_go_while_callers_wait_and_when_there_is_no_room()
    {
        await using var engine = await EngineProcess.StartAsync(copy.Root, settings: ("Admission:Workers", "1"));
        var workers = engine.Services.GetRequiredService<AdmissionQueue>();
        var queue = new ShadowQueue(Microsoft.Extensions.Options.Options.Create(new ShadowOptions { Model = Name, Version = "2", Share = 1 }), workers);
        var analysis = await engine.AnalyzeAsync($"{Name}@1");
        using var release = new ManualResetEventSlim();
        var running = workers.RunAsync(_ => Hold(release), Token);
        var waiting = workers.RunAsync(_ => Hold(release), Token);
        queue.Offer(Photo.Load("cat.jpg"), new AnalysisOptions(), analysis);
        Assert.Equal(0, queue.Images.Count);

        release.Set();
        await Task.WhenAll(running, waiting);
        for (var offer = 0; offer < 10; offer++)
        {
            queue.Offer(Photo.Load("cat.jpg"), new AnalysisOptions(), analysis);
        }

        Assert.Equal(4, queue.Images.Count);
        while (queue.Images.TryRead(out var image))
        {
            image.Dispose();
        }
    }

    public void Dispose() => copy.Dispose();

    private static MetricCollector<T> Collect<T>(EngineProcess engine, string instrument)
        where T : struct => new(engine.Services.GetRequiredService<IMeterFactory>(), "Vision", instrument);

    private static bool Hold(ManualResetEventSlim release)
    {
        release.Wait();
        return true;
    }

    private async Task<EngineProcess> StartAsync(string share)
    {
        var engine = await EngineProcess.StartAsync(
            copy.Root, settings: [("Shadow:Model", Name), ("Shadow:Version", "2"), ("Shadow:Share", share)]);
        await engine.Administration.PromoteAsync(Name, "1", Token);
        return engine;
    }
}
