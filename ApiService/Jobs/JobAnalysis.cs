using System.Text.Json;
using ApiService.Caching;
using ApiService.Ingest;
using Contracts;
using Microsoft.Extensions.Options;
using ServiceDefaults.Deadlines;
using Vision;

namespace ApiService.Jobs;

/// <summary>The work of a job: the same analysis, through the same caches, as a request that waits for it would get.</summary>
internal sealed class JobAnalysis(
    AnalysisCache cache, IngestBudget budget, IOptions<RequestDeadlineOptions> requests, IOptions<JobOptions> jobs, TimeProvider time)
    : IJobWork
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    public JobKind Kind => JobKind.Analysis;

    /// <summary>
    /// Gives the analysis as UTF-8 JSON. An engine that is busy, or being started again, is waited for as long as the job may take;
    /// so is one that is busy with a feature alone, though what there is then is better than nothing.
    /// </summary>
    /// <exception cref="ProblemException">The image cannot be analysed, or not in that time.</exception>
    public async Task<ReadOnlyMemory<byte>> RunAsync(JobLease lease, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var span = LimitOf(lease.Settings.Options);
        var deadline = Deadline.In(span, time);
        using var limit = new CancellationTokenSource(span, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var partial = ReadOnlyMemory<byte>.Empty;
        var problem = new ProblemException(ErrorCodes.DeadlineExceeded, "The analysis took longer than it may.");
        try
        {
            for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : LongestPause)
            {
                try
                {
                    partial = await AnalyzeAsync(lease, deadline, either.Token);
                    if (!LacksFeature(partial))
                    {
                        return partial;
                    }
                }
                catch (ProblemException busy) when (busy.Code.Retryable)
                {
                    problem = busy;
                }

                await Task.Delay(pause, time, either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return partial.Length > 0 ? partial : throw problem;
        }
    }

    private TimeSpan LimitOf(AnalysisOptions wanted)
    {
        var usual = requests.Value.Maximum;
        return wanted.Features.HasFlag(Features.Caption) && jobs.Value.CaptionLimit > usual ? jobs.Value.CaptionLimit : usual;
    }

    private static bool LacksFeature(ReadOnlyMemory<byte> analysis)
    {
        using var document = JsonDocument.Parse(analysis);
        return document.RootElement.GetProperty("errors").EnumerateArray()
            .Any(static error => error.GetProperty("code").ValueEquals(ErrorCodes.Overloaded.Code));
    }

    private async Task<ReadOnlyMemory<byte>> AnalyzeAsync(JobLease lease, Deadline deadline, CancellationToken cancellationToken)
    {
        using var image = new ReceivedImage(lease.Image.Length, budget);
        image.Append(lease.Image.Span);
        image.Complete();
        return (await cache.AnalyzeAsync(image, lease.Settings.Options, lease.Settings.Use, progress: null, deadline, cancellationToken)).Json;
    }
}
