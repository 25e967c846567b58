namespace ApiService.Jobs;

/// <summary>The jobs of a store at one moment.</summary>
/// <param name="Open">Those that are not finished.</param>
/// <param name="GivenUp">How many lie on the list of those that operators should look at.</param>
internal sealed record JobCensus(IReadOnlyList<JobCount> Open, long GivenUp);
