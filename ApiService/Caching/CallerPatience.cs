using Contracts;
using Microsoft.Extensions.Options;
using ServiceDefaults.Deadlines;
using Vision;

namespace ApiService.Caching;

/// <summary>
/// Tells who may share a run. A caption takes what time its caller has: one who waits less long, and joined the run of one who
/// waits longer, would get no answer at all in place of a plainer one.
/// </summary>
internal sealed class CallerPatience(IOptions<RequestDeadlineOptions> options)
{
    /// <summary>What the way to the cache may take; the engine keeps more than that in reserve.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    /// <summary>Whether a caller waits for what it wants as long as all others do.</summary>
    public bool IsUsual(AnalysisOptions wanted, Deadline deadline) =>
        !wanted.Features.HasFlag(Features.Caption)
        || deadline.Left is not { } left
        || (left - options.Value.Maximum).Duration() < Tolerance;
}
