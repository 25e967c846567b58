using System.Text.Json.Nodes;
using Xunit;

namespace Tests.Deployment.BlueGreen;

public sealed class LockTests(BlueGreenCluster cluster)
{
    [Fact]
    public async Task Second_run_at_the_same_time_is_refused()
    {
        var space = await cluster.WithBlueAsync();
        space.HoldAt(seen => seen.Method == "POST" && space.Phase() == "testing");
        using var running = await cluster.Script(space).DeployUntilCutOffAsync(2);
        var before = space.Requests.Count;
        var (code, output) = await cluster.Script(space).DeployAsync(3);
        Assert.Equal(1, code);
        Assert.Contains("is under way", output, StringComparison.Ordinal);
        Assert.DoesNotContain(space.Requests.Skip(before), static seen => !seen.IsReading);
        await running.KillAsync();
    }

    [Fact]
    public async Task Run_whose_lock_was_taken_ends_and_changes_nothing_more()
    {
        var space = await cluster.WithBlueAsync();
        space.HoldAt(seen => seen.Method == "POST" && space.Phase() == "testing");
        using var running = await cluster.Script(space).DeployUntilCutOffAsync(2, "--lock-expiry", "0.6s", "--probe-timeout", "3s");
        space.Edit("Lease", "blue-green", static lease => lease["spec"]!["holderIdentity"] = "somebody else");
        var (code, output) = await running.Ended;
        Assert.NotEqual(0, code);
        Assert.Contains("The lock was lost to another run", output, StringComparison.Ordinal);
        Assert.Equal("testing", space.Phase());
        Assert.Equal("somebody else", space.Find("Lease", "blue-green")!["spec"]!["holderIdentity"]!.GetValue<string>());
    }

    [Fact]
    public async Task Run_that_has_ended_gives_the_lock_back()
    {
        var space = await cluster.WithGreenAsync();
        Assert.Equal(JsonValue.Create("").ToString(), space.Find("Lease", "blue-green")!["spec"]!["holderIdentity"]!.ToString());
    }
}
