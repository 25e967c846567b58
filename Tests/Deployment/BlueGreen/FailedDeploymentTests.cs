using Tests.Deployment.BlueGreen.StandIn;
using Xunit;

namespace Tests.Deployment.BlueGreen;

public sealed class FailedDeploymentTests(BlueGreenCluster cluster)
{
    [Fact]
    public async Task Pods_that_do_not_become_ready_leave_blue_active()
    {
        var space = await cluster.WithBlueAsync();
        var (code, output) = await cluster.Script(space).DeployAsync(
            2, "--timeout", "0.3s", "--set", $"parameters.api.api_image={DeploymentController.BrokenImage}");
        AssertNotSwitched(space, code, "api-deployment-green did not become ready within 0.3s", output);
    }

    [Fact]
    public async Task Analysis_that_fails_leaves_blue_active()
    {
        var space = await cluster.WithBlueAsync();
        space.Faults = static call => call is { Service: "api-service-green", Path: "api/analyze" } ? new Fault(Status: 500) : null;
        var (code, output) = await cluster.Script(space).DeployAsync(2);
        AssertNotSwitched(space, code, "the smoke test failed: api-service-green answers 500 to the analysis of a photo", output);
        Assert.Equal(3, space.Calls.Count(static call => call is { Service: "api-service-green", Path: "api/analyze" }));
    }

    [Fact]
    public async Task Page_that_is_not_found_leaves_blue_active()
    {
        var space = await cluster.WithBlueAsync();
        space.Faults = static call => call is { Service: "web-service-green", Path: "" } ? new Fault(Status: 404) : null;
        var (code, output) = await cluster.Script(space).DeployAsync(2);
        AssertNotSwitched(space, code, "the smoke test failed: web-service-green answers 404 to /", output);
    }

    [Fact]
    public async Task More_errors_after_the_switch_move_the_traffic_back_and_the_next_deploy_begins_anew()
    {
        var space = await cluster.WithBlueAsync();
        space.Faults = static call => call is { Service: "api-service", Color: "green" } ? new Fault(Status: 503) : null;
        var (code, output) = await cluster.Script(space).DeployAsync(2);
        AssertRolledBack(space, code, "1 of 1 analyses failed, of the old colour 0 %", output);
        space.Faults = static _ => null;
        (code, output) = await cluster.Script(space).DeployAsync(2);
        Assert.True(code == 0, output);
        Assert.Equal((await cluster.WithGreenAsync()).Everything(), space.Everything());
    }

    [Fact]
    public async Task Slower_answers_after_the_switch_move_the_traffic_back()
    {
        var space = await cluster.WithBlueAsync();
        space.Faults = static call => call is { Service: "api-service", Color: "green" } ? new Fault(TimeSpan.FromSeconds(2)) : null;
        var (code, output) = await cluster.Script(space).DeployAsync(2, "--max-latency-ratio", "3");
        AssertRolledBack(space, code, "an analysis takes 2", output);
    }

    private static void AssertNotSwitched(ClusterNamespace space, int code, string reason, string output)
    {
        Assert.Equal(1, code);
        Assert.Contains($"green was not made active: {reason}", output, StringComparison.Ordinal);
        Assert.Equal(["blue"], space.ActiveColors());
        Assert.Equal("failed", space.Phase());
        Assert.DoesNotContain(space.Calls, static call => call is { Service: "api-service", Color: "green" });
    }

    private static void AssertRolledBack(ClusterNamespace space, int code, string reason, string output)
    {
        Assert.Equal(1, code);
        Assert.Contains($"Rolled back to blue: {reason}", output, StringComparison.Ordinal);
        Assert.Equal(["blue"], space.ActiveColors());
        Assert.Equal("rolled-back", space.Phase());
        Assert.Contains(space.Calls, static call => call is { Service: "api-service", Color: "green" });
    }
}
