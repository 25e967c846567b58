using Autoscaler.Simulation;
using Xunit;

namespace Tests.Unit.Autoscaling;

/// <summary>The simulation of the autoscaler follows the rules that Kubernetes documents.</summary>
public sealed class ClusterSimulationTests
{
    private const int Hour = 3600;

    /// <summary>40 requests a second at most, 20 of them within its request.</summary>
    private static readonly PodSize Pod = new(CpuRequest: 1, CpuLimit: 2, CpuSecondsPerRequest: 0.05, QueueLength: 64, StartSeconds: 20);

    [Theory]
    [InlineData(5, 2)]
    [InlineData(56, 4)]
    [InlineData(112, 8)]
    [InlineData(1000, 10)]
    public void Run_a_steady_load_ends_with_the_pods_that_it_needs(double rate, int pods)
    {
        var moments = Run(Enumerable.Repeat(rate, Hour));

        Assert.Equal(pods, moments[^1].ReadyPods);
        Assert.Equal(rate > 400, moments[^1].Refused > 0);
    }

    [Fact]
    public void Run_a_load_within_the_tolerance_changes_nothing()
    {
        // 0.70 of the request of two pods, a little more and a little less.
        var moments = Run(Enumerable.Range(0, Hour).Select(static second => 28 * (second / 120 % 2 == 0 ? 1.08 : 0.92)));

        Assert.All(moments, static moment => Assert.Equal(2, moment.ReadyPods));
    }

    [Fact]
    public void Run_a_burst_grows_at_once_and_shrinks_a_pod_a_minute_after_five()
    {
        const int Burst = 600;
        var moments = Run(Enumerable.Repeat(112.0, Burst).Concat(Enumerable.Repeat(1.0, Hour)));
        var first = moments.First(static moment => moment.ReadyPods > 2).Second;
        var removals = moments.Zip(moments.Skip(1)).Where(static pair => pair.Second.ReadyPods < pair.First.ReadyPods).Select(static pair => pair.Second).ToList();

        Assert.InRange(first, Pod.StartSeconds, 60);
        Assert.InRange(removals.First(static moment => moment.Second > Burst).Second, Burst + 240, Burst + 360);
        Assert.All(removals.Zip(removals.Skip(1)), static pair => Assert.True(pair.Second.Second - pair.First.Second >= 60));
        Assert.Equal(2, moments[^1].ReadyPods);
    }

    [Fact]
    public void Run_any_load_loses_no_request_unseen()
    {
        var moments = Run(Enumerable.Range(0, Hour).Select(static second => 200 * (1 + Math.Sin(second / 200.0))).Append(0));

        var waiting = moments.Sum(static moment => moment.Offered - moment.Answered - moment.Refused);
        Assert.InRange(waiting, -0.001, moments[^1].ReadyPods * Pod.QueueLength);
        Assert.All(moments, static moment => Assert.True(moment.Refused >= 0 && moment.Answered >= 0));
    }

    [Fact]
    public void Sum_up_a_run_tells_what_is_saved()
    {
        var summary = Summary.Of(Run(Enumerable.Repeat(112.0, Hour / 2).Concat(Enumerable.Repeat(1.0, Hour / 2))));

        Assert.Equal(10, summary.MostPods);
        Assert.True(summary.PodHours < summary.PodHoursOfMost);
        Assert.Equal(10, summary.PodHoursOfMost, precision: 6);
    }

    private static List<Moment> Run(IEnumerable<double> load) => [.. new ClusterSimulation(Pod, new ScalingRules()).Run([.. load])];
}
