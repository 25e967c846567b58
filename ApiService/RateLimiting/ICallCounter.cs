namespace ApiService.RateLimiting;

/// <summary>Counts requests against quotas: in this process, or over all replicas.</summary>
internal interface ICallCounter
{
    /// <summary>Counts requests if the quota allows all of them, and none of them otherwise.</summary>
    /// <param name="quota">The quota.</param>
    /// <param name="permits">How many; 0 asks whether there is room for one, without counting it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    ValueTask<QuotaUse> CountAsync(Quota quota, int permits, CancellationToken cancellationToken);
}
