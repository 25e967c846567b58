using Contracts;

namespace Vision.Captions.Local;

/// <summary>Makes a sentence from what the models of this process find, and claims no more than they do.</summary>
internal sealed class LocalCaptioner(TimeProvider time) : ICaptioner
{
    private const Features Quick = Features.Labels | Features.Objects | Features.Faces | Features.Colors;

    public async Task<Caption?> DescribeAsync(AnalysisRun run, Analysis analysis, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(CaptionTime.ForLocal(run.Context.Deadline) ?? Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // Text comes last: it takes longer than the others together, and a caption does without it.
            analysis = await run.WithAsync(Quick, analysis, either.Token);
            analysis = await run.WithAsync(Features.Text, analysis, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The sentence tells what has been found until now.
        }

        return IsDescribed(analysis) ? new Caption(LocalSentence.Of(analysis), Caption.LocalSource) : null;
    }

    private static bool IsDescribed(Analysis analysis) =>
        analysis.Labels is not null || analysis.Objects is not null || analysis.Faces is not null
        || analysis.Text is not null || analysis.Colors is not null;
}
