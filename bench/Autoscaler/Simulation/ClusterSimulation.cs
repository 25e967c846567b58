namespace Autoscaler.Simulation;

/// <summary>Pods under a load, second by second. Requests flow like water: no second is luckier than its average.</summary>
internal sealed class ClusterSimulation(PodSize pod, ScalingRules rules)
{
    /// <summary>Over how long the cluster averages the use of a pod; a default of its metrics server.</summary>
    private const int MetricSeconds = 30;

    private readonly ReplicaController controller = new(rules);
    private readonly List<int> readyAt = [.. Enumerable.Repeat(0, rules.MinimumReplicas)];
    private readonly Queue<double> used = new();
    private double waiting;

    /// <param name="load">Requests a second, for each second.</param>
    public IEnumerable<Moment> Run(IReadOnlyList<double> load)
    {
        for (var second = 0; second < load.Count; second++)
        {
            var ready = readyAt.Count(at => at <= second);
            yield return Serve(second, load[second], ready);
            if (second % rules.PeriodSeconds == 0)
            {
                controller.Decide(second, used.Average(), ready);
                Scale(second);
            }
        }
    }

    private Moment Serve(int second, double offered, int ready)
    {
        var capacity = ready * pod.Capacity;
        var answered = Math.Min(waiting + offered, capacity);
        var left = waiting + offered - answered;
        waiting = Math.Min(left, ready * pod.QueueLength);

        used.Enqueue(answered * pod.CpuSecondsPerRequest / (ready * pod.CpuRequest));
        if (used.Count > MetricSeconds)
        {
            used.Dequeue();
        }

        return new Moment(second, offered, answered, left - waiting, ready, waiting / capacity);
    }

    /// <summary>New pods need their time; those that go finish what they have, and no longer count.</summary>
    private void Scale(int second)
    {
        while (readyAt.Count < controller.Replicas)
        {
            readyAt.Add(second + pod.StartSeconds);
        }

        if (readyAt.Count > controller.Replicas)
        {
            readyAt.Sort();
            readyAt.RemoveRange(controller.Replicas, readyAt.Count - controller.Replicas);
        }
    }
}
