using System.Diagnostics;
using System.Text.Json;
using ApiService.Inference;
using ApiService.Ingest;
using ApiService.Similar;
using ApiService.Telemetry;
using Contracts;
using Vision;

namespace ApiService.Caching;

/// <summary>
/// One analysis that may be shared by several callers. It runs apart from the request that began it and may outlive it, so it
/// holds on to the image's memory, and to the trace.
/// </summary>
internal sealed class ImageAnalysis(
    IImageAnalyzer analyzer,
    ConcurrencyLimit limit,
    ReceivedImage image,
    AnalysisOptions options,
    ResolvedModels? versions,
    IProgress<AnalysisEvent>? progress,
    Deadline deadline)
{
    private readonly Activity? activity = Activity.Current;
    private readonly AnalysisOptions wanted = versions?.Pin(options) ?? options;

    /// <summary>Until when the caller waits.</summary>
    public Deadline Deadline => deadline;

    /// <summary>Whether the other features may be of other versions than those that were found; nothing may be kept then.</summary>
    public bool TakesAnyVersion { get; init; }

    /// <summary>Where the embedding goes; null where nothing of the image may be kept.</summary>
    public ISimilarImages? Similar { get; init; }

    /// <summary>What came out, if it was this one that ran.</summary>
    public AnalysisOutcome? Outcome { get; private set; }

    /// <exception cref="ImageGoneException">The request that brought the image has left, and its memory with it.</exception>
    /// <exception cref="VersionsChangedException">Other versions of the models are live at the engine.</exception>
    public async ValueTask<CachedAnalysis> RunAsync(CancellationToken cancellationToken)
    {
        if (!image.TryShare())
        {
            throw new ImageGoneException();
        }

        try
        {
            Activity.Current = activity;
            using var run = ApiTelemetry.Source.StartActivity("analysis");
            Outcome = await limit.RunAsync(() => analyzer.AnalyzeAsync(image.Image, wanted, progress, deadline, cancellationToken));
            if (!TakesAnyVersion && versions?.AreAmong(Outcome.Models) == false)
            {
                throw new VersionsChangedException();
            }

            if (Similar is not null && Outcome.Analysis.Embedding is not null)
            {
                await Similar.AddAsync(Outcome.Analysis, cancellationToken);
            }

            return new CachedAnalysis(
                JsonSerializer.SerializeToUtf8Bytes(Outcome.Analysis, ContractsJsonContext.Default.Analysis), Outcome.Timings)
            {
                Run = run?.Context ?? default,
            };
        }
        finally
        {
            image.Dispose();
        }
    }
}
