using System.Diagnostics.Metrics;
using Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using Tests.Fixtures;
using Vision;
using Vision.Admission;
using Vision.Captions;
using Vision.Decoding;
using Vision.Telemetry;
using Xunit;

namespace Tests.Unit.Captions;

/// <summary>The captions of an engine whose other features have found a cat, so that no model is needed.</summary>
internal sealed class CaptionProcess : IAsyncDisposable
{
    private const Features All =
        Features.Labels | Features.Objects | Features.Faces | Features.Text | Features.Colors | Features.Caption;

    private readonly ServiceProvider provider;
    private readonly CaptionFeature feature;

    public CaptionProcess(ChatServer? server, TimeProvider? time = null, params (string Name, string Value)[] settings)
    {
        var values = settings.ToDictionary(static setting => setting.Name, static setting => (string?)setting.Value);
        if (server is not null)
        {
            values["Captioning:Endpoint"] = server.Endpoint.ToString();
            values["Captioning:Model"] = ChatServer.Model;
        }

        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging());
        services.AddVision(startupTag: "startup");
        provider = services.BuildServiceProvider();
        feature = provider.GetServices<IAwaitedFeature>().OfType<CaptionFeature>().Single();
        Tokens = Collect<long>("gen_ai.client.token.usage");
        Durations = Collect<double>("gen_ai.client.operation.duration");
        Fallbacks = Collect<long>("vision.caption.fallbacks");
        Breaker = Collect<int>("vision.caption.breaker.state");
    }

    public static string LocalText { get; } = "A picture of a tabby.";

    public MetricCollector<long> Tokens { get; }

    public MetricCollector<double> Durations { get; }

    public MetricCollector<long> Fallbacks { get; }

    public MetricCollector<int> Breaker { get; }

    /// <summary>Why captions were made locally, in order.</summary>
    public IEnumerable<object?> Reasons => Fallbacks.GetMeasurementSnapshot().Select(static fallback => fallback.Tags["reason"]);

    /// <summary>0 closed, 1 half open, 2 open.</summary>
    public int BreakerState
    {
        get
        {
            Breaker.RecordObservableInstruments();
            return Breaker.LastMeasurement!.Value;
        }
    }

    public IEnumerable<string> Log => provider.GetRequiredService<FakeLogCollector>().GetSnapshot()
        .Select(static record => $"{record.Message} {record.Exception} {string.Join(' ', record.StructuredState ?? [])}");

    public async Task<Caption> DescribeAsync(EncodedImage? image = null, Deadline deadline = default, CancellationToken? caller = null) =>
        (await RunAsync(image, deadline, caller)).Caption;

    public async Task<(Caption Caption, bool IsProvisional)> RunAsync(
        EncodedImage? image = null, Deadline deadline = default, CancellationToken? caller = null)
    {
        var options = new AnalysisOptions { Features = All };
        var picture = image ?? Photo.Load("cat.jpg");
        var telemetry = provider.GetRequiredService<VisionTelemetry>();
        var context = new FeatureContext(picture, options, model: null!, provider.GetRequiredService<IImageDecoder>(), telemetry) { Deadline = deadline };
        var run = new AnalysisRun(
            context, provider.GetRequiredService<FeatureSet>(), provider.GetRequiredService<AdmissionQueue>(), telemetry, progress: null, NullLogger.Instance);
        var found = new Contracts.Analysis
        {
            Digest = picture.Digest,
            Image = ImageReports.Of(picture),
            Model = new ModelReference("m", "1"),
            Labels = [new Label("n02123045", "tabby", 0.9f)],
        };
        var analysis = await feature.ApplyAsync(run, found, caller ?? TestContext.Current.CancellationToken);
        return (analysis.Caption!, context.IsProvisional);
    }

    public async ValueTask DisposeAsync()
    {
        Tokens.Dispose();
        Durations.Dispose();
        Fallbacks.Dispose();
        Breaker.Dispose();
        await provider.DisposeAsync();
    }

    private MetricCollector<T> Collect<T>(string name)
        where T : struct => new(provider.GetRequiredService<IMeterFactory>(), "Vision", name);
}
