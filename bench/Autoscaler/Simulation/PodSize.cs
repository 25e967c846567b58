namespace Autoscaler.Simulation;

/// <summary>What one pod is able to do.</summary>
/// <param name="CpuRequest">Processors that it is sure to have; the autoscaler counts in shares of these.</param>
/// <param name="CpuLimit">Processors that it may use.</param>
/// <param name="CpuSecondsPerRequest">What one request costs.</param>
/// <param name="QueueLength">How many requests it lets wait before it refuses.</param>
/// <param name="StartSeconds">From the wish for a pod to its first request: scheduling, start, models.</param>
internal sealed record PodSize(double CpuRequest, double CpuLimit, double CpuSecondsPerRequest, int QueueLength, int StartSeconds)
{
    /// <summary>Requests a second, at most.</summary>
    public double Capacity => CpuLimit / CpuSecondsPerRequest;
}
