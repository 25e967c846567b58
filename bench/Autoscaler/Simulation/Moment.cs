namespace Autoscaler.Simulation;

/// <summary>One second of a simulation.</summary>
/// <param name="Second">Which one.</param>
/// <param name="Offered">Requests that came.</param>
/// <param name="Answered">Requests that were answered.</param>
/// <param name="Refused">Requests that found the queues full.</param>
/// <param name="ReadyPods">Pods that took part.</param>
/// <param name="WaitSeconds">How long the last request of this second waits.</param>
internal sealed record Moment(int Second, double Offered, double Answered, double Refused, int ReadyPods, double WaitSeconds);
