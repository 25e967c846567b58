using Contracts;
using Microsoft.Extensions.Options;

namespace Vision.Captions;

/// <summary>A sentence about the image: of the configured endpoint, else from what the models of this process find.</summary>
internal sealed class CaptionFeature(IEnumerable<ICaptioner> captioners, IOptions<CaptioningOptions> options) : IAwaitedFeature
{
    public Features Feature => Features.Caption;

    public async Task<Analysis> ApplyAsync(AnalysisRun run, Analysis analysis, CancellationToken cancellationToken)
    {
        foreach (var captioner in captioners)
        {
            if (await captioner.DescribeAsync(run, analysis, cancellationToken) is not { } caption)
            {
                continue;
            }

            // The endpoint may be back for the next caller.
            if (options.Value.IsConfigured && caption.Source == Caption.LocalSource)
            {
                run.Context.MarkProvisional();
            }

            return analysis with { Caption = caption };
        }

        throw new FeatureException("There was not enough time to describe the image.");
    }
}
