using System.Globalization;
using Tests.Deployment.BlueGreen.StandIn;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.BlueGreen;

public sealed class CutOffTests(BlueGreenCluster cluster)
{
    [Theory]
    [InlineData("PATCH deployments/api-deployment-green", "deploying")]
    [InlineData("GET deployments/web-deployment-green", "deploying")]
    [InlineData("POST services/http:api-service-green:8080/proxy/api/analyze", "testing")]
    [InlineData("POST services/http:api-service:8080/proxy/api/analyze", "measuring")]
    [InlineData("PATCH services/api-service", "switching")]
    [InlineData("POST services/http:api-service:8080/proxy/api/analyze", "watching")]
    public async Task Deploy_that_was_killed_goes_on_when_it_is_run_again(string request, string phase)
    {
        var space = await CutOffAtAsync(seen => $"{seen.Method} {seen.Path}" == request, phase);
        Assert.Equal(phase, space.Phase());
        await AssertGoesOnAsync(space, phase);
    }

    [Fact]
    public async Task Deploy_that_lost_the_connection_goes_on_when_it_is_run_again()
    {
        var space = await cluster.WithBlueAsync();
        space.LoseConnectionAt(seen => seen is { Method: "PATCH", Path: "services/inference-service" } && space.Phase() == "switching");
        var (code, _) = await cluster.Script(space).DeployAsync(2);
        Assert.NotEqual(0, code);
        Assert.Equal(["green", "blue"], space.ActiveColors());
        space.Reconnect();
        space.LetLockExpire();
        await AssertGoesOnAsync(space, "switching");
    }

    [Fact]
    public async Task Roll_back_that_was_killed_is_finished_when_the_script_is_run_again()
    {
        var space = await cluster.WithBlueAsync();
        space.Faults = static call => call is { Service: "api-service", Color: "green" } ? new Fault(Status: 503) : null;
        space.HoldAt(seen => seen is { Method: "PATCH", Path: "services/api-service" } && space.Phase() == "returning");
        await cluster.Script(space).DeployAndKillAsync(2);
        Assert.Equal(["blue", "green"], space.ActiveColors());
        space.LetLockExpire();
        var (code, output) = await cluster.Script(space).DeployAsync(2);
        Assert.Equal(1, code);
        Assert.Contains("Rolled back to blue: 1 of 1 analyses failed", output, StringComparison.Ordinal);
        Assert.Equal(["blue"], space.ActiveColors());
        Assert.Equal("rolled-back", space.Phase());
    }

    [Fact]
    public async Task Other_input_after_a_cut_off_run_moves_back_and_makes_the_color_anew()
    {
        var space = await cluster.WithBlueAsync();
        space.HoldAt(seen => seen is { Method: "PATCH", Path: "services/web-service" } && space.Phase() == "switching");
        await cluster.Script(space).DeployAndKillAsync(3);
        space.LetLockExpire();
        var moved = space.Requests.Count;
        var (code, output) = await cluster.Script(space).DeployAsync(2);
        Assert.True(code == 0, output);
        Assert.Contains(space.Requests.Skip(moved), static seen =>
            seen is { Method: "PATCH", Path: "services/api-service" } && seen.Body.Contains("blue", StringComparison.Ordinal));
        Assert.Equal(["green"], space.ActiveColors());
        Assert.Equal("registry.example/web:2", space.ImageOf("web-deployment-green"));
    }

    [Fact]
    public async Task Kill_of_the_script_alone_leaves_no_process_and_no_file_behind()
    {
        var space = await cluster.WithBlueAsync();
        space.HoldAt(seen => seen.Method == "POST" && space.Phase() == "testing");
        var script = cluster.Script(space);
        using var running = await script.DeployUntilCutOffAsync(2, "--lock-expiry", "0.6s", "--probe-timeout", "5s");
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(script.TemporaryFolder));
        await RunCommand.RunAsync(".", "kill", "", "-KILL", running.Id.ToString(CultureInfo.InvariantCulture));
        await Eventually.IsTrueAsync(async () =>
            (await RunCommand.RunAsync(".", "pgrep", "", "-g", running.Id.ToString(CultureInfo.InvariantCulture))).Output.Length == 0);
        await running.Ended;
        Assert.Empty(Directory.EnumerateFileSystemEntries(script.TemporaryFolder));
    }

    [Fact]
    public async Task Color_that_is_not_ready_when_the_watch_goes_on_loses_the_traffic()
    {
        var space = await CutOffAtAsync(seen => seen.Method == "POST", "watching");
        space.Edit("Deployment", "web-deployment-green", static deployment =>
            deployment["spec"]!["template"]!["spec"]!["containers"]![0]!["image"] = DeploymentController.BrokenImage);
        var (code, output) = await cluster.Script(space).DeployAsync(2, "--timeout", "0.3s");
        Assert.Equal(1, code);
        Assert.Contains("Rolled back to blue: web-deployment-green did not become ready", output, StringComparison.Ordinal);
        Assert.Equal(["blue"], space.ActiveColors());
    }

    [Fact]
    public async Task Rollback_of_a_run_that_was_cut_off_in_the_switch_restores_the_color_before()
    {
        var space = await CutOffAtAsync(static seen => seen is { Method: "PATCH", Path: "services/api-service" }, "switching");
        Assert.Equal(["green", "blue"], space.ActiveColors());
        var (code, output) = await cluster.Script(space).RunAsync("rollback");
        Assert.True(code == 0, output);
        Assert.Equal(["blue"], space.ActiveColors());
        Assert.Equal("rolled-back", space.Phase());
    }

    private async Task<ClusterNamespace> CutOffAtAsync(Func<RecordedRequest, bool> match, string phase)
    {
        var space = await cluster.WithBlueAsync();
        space.HoldAt(seen => match(seen) && space.Phase() == phase);
        await cluster.Script(space).DeployAndKillAsync(2);
        space.LetLockExpire();
        return space;
    }

    private async Task AssertGoesOnAsync(ClusterNamespace space, string phase)
    {
        var (code, output) = await cluster.Script(space).DeployAsync(2);
        Assert.True(code == 0, output);
        Assert.Contains($"Going on where the last run was cut off: {phase}.", output, StringComparison.Ordinal);
        Assert.Equal((await cluster.WithGreenAsync()).Everything(), space.Everything());
    }
}
