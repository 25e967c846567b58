namespace Autoscaler.Simulation;

/// <summary>What callers have seen, and what it has cost.</summary>
/// <param name="Offered">All requests.</param>
/// <param name="RefusedShare">Those that were refused, as a share.</param>
/// <param name="LongestWaitSeconds">The longest that any request has waited for a worker.</param>
/// <param name="MostPods">Pods at one time.</param>
/// <param name="PodHours">What is paid for.</param>
/// <param name="PodHoursOfMost">What the same number of pods would have cost all the time.</param>
internal sealed record Summary(
    double Offered, double RefusedShare, double LongestWaitSeconds, int MostPods, double PodHours, double PodHoursOfMost)
{
    private const double SecondsPerHour = 3600;

    public static Summary Of(IReadOnlyList<Moment> moments)
    {
        var offered = moments.Sum(static moment => moment.Offered);
        var most = moments.Max(static moment => moment.ReadyPods);
        return new Summary(
            offered,
            moments.Sum(static moment => moment.Refused) / Math.Max(1, offered),
            moments.Max(static moment => moment.WaitSeconds),
            most,
            moments.Sum(static moment => moment.ReadyPods) / SecondsPerHour,
            most * moments.Count / SecondsPerHour);
    }
}
