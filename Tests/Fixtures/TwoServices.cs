extern alias Inference;

using System.Diagnostics.Metrics;
using ApiService.Inference;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Vision.Admission;
using Xunit;
using InferenceProgram = Inference::Program;

namespace Tests.Fixtures;

/// <summary>The API service in front of the inference service, both on real servers, with one worker that a test can keep busy.</summary>
internal sealed class TwoServices : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly RunningService<InferenceProgram> inference;
    private readonly MetricCollector<double> runs;
    private readonly MetricCollector<long> active;

    private TwoServices(RunningService<InferenceProgram> inference, RunningService<InferenceOptions> api)
    {
        this.inference = inference;
        Api = api;
        var meters = inference.Services.GetRequiredService<IMeterFactory>();
        runs = new MetricCollector<double>(meters, "Vision", "vision.inference.duration");
        active = new MetricCollector<long>(meters, "Microsoft.AspNetCore.Hosting", "http.server.active_requests");
    }

    public RunningService<InferenceOptions> Api { get; }

    public IServiceProvider InferenceServices => inference.Services;

    public IReadOnlyCollection<string> ErrorLog => [.. Api.ErrorLog, .. inference.ErrorLog];

    /// <summary>How many models have run.</summary>
    public int Runs => runs.GetMeasurementSnapshot().Count;

    /// <summary>How many requests the inference service is at work on, or has in its queue.</summary>
    public long Active => active.GetMeasurementSnapshot().Where(IsAnalysis).Sum(static measurement => measurement.Value);

    /// <param name="settings">Settings for both.</param>
    public static async Task<TwoServices> StartAsync(params IReadOnlyList<(string Name, string Value)> settings)
    {
        void Configure(IWebHostBuilder host)
        {
            foreach (var (name, value) in EngineSettings.ClassifiersAlone.Concat(settings))
            {
                host.UseSetting(name, value);
            }
        }

        var engine = new RunningService<InferenceProgram>(host => Configure(host.UseSetting("Admission:Workers", "1")));
        await engine.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        var address = engine.Client.BaseAddress!.ToString();
        var api = new RunningService<InferenceOptions>(host => Configure(host
            .UseSetting("services:inference:http:0", address).UseSetting("RateLimiting:Anonymous:PermitLimit", "1000000")));
        await api.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        return new TwoServices(engine, api);
    }

    /// <summary>Keeps the one worker busy until the result is completed.</summary>
    public async Task<TaskCompletionSource> OccupyWorkerAsync()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = inference.Services.GetRequiredService<AdmissionQueue>().RunAsync(
            _ =>
            {
                started.SetResult();
                return release.Task.Wait(Patience);
            },
            CancellationToken.None);
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        return release;
    }

    public async ValueTask DisposeAsync()
    {
        runs.Dispose();
        active.Dispose();
        await Api.DisposeAsync();
        await inference.DisposeAsync();
    }

    private static bool IsAnalysis(CollectedMeasurement<long> measurement) =>
        measurement.Tags.TryGetValue("http.request.method", out var method) && Equals(method, "POST");
}
