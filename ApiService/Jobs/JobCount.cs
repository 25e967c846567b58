using Contracts;

namespace ApiService.Jobs;

/// <summary>How many jobs of a kind wait, or run.</summary>
/// <param name="Kind">What they do.</param>
/// <param name="Status"><see cref="JobStatus.Queued"/> or <see cref="JobStatus.Running"/>.</param>
/// <param name="Count">How many.</param>
/// <param name="OldestAge">How long ago the first of them was taken in; nothing where there is none.</param>
internal sealed record JobCount(JobKind Kind, JobStatus Status, long Count, TimeSpan OldestAge);
