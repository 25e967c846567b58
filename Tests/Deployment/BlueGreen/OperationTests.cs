using Xunit;
using static Tests.Deployment.BlueGreen.NamespaceAssertions;

namespace Tests.Deployment.BlueGreen;

public sealed class OperationTests(BlueGreenCluster cluster)
{
    [Fact]
    public async Task Rollback_moves_the_traffic_to_the_other_color_and_again_back()
    {
        var space = await cluster.WithGreenAsync();
        var (code, output) = await cluster.Script(space).RunAsync("rollback");
        Assert.True(code == 0, output);
        Assert.Equal(["blue"], space.ActiveColors());
        Assert.Equal("rolled-back", space.Phase());
        (code, output) = await cluster.Script(space).RunAsync("rollback");
        Assert.True(code == 0, output);
        Assert.Equal(["green"], space.ActiveColors());
    }

    [Fact]
    public async Task Rollback_to_a_color_that_is_not_ready_is_refused()
    {
        var space = await cluster.WithGreenAsync();
        space.Edit("Deployment", "web-deployment-blue", static deployment => deployment["status"]!["availableReplicas"] = 0);
        var (code, output) = await cluster.Script(space).RunAsync("rollback");
        Assert.Equal(1, code);
        Assert.Contains("blue is not ready: web-deployment-blue (0/1)", output, StringComparison.Ordinal);
        Assert.Equal(["green"], space.ActiveColors());
    }

    [Fact]
    public async Task Rollback_of_a_first_deployment_is_refused()
    {
        var space = await cluster.WithBlueAsync();
        var (code, output) = await cluster.Script(space).RunAsync("rollback");
        Assert.Equal(1, code);
        Assert.Contains("nothing is not there to go back to", output, StringComparison.Ordinal);
        Assert.Equal(["blue"], space.ActiveColors());
    }

    [Fact]
    public async Task Status_tells_both_colors_their_images_and_the_phase()
    {
        var space = await cluster.WithGreenAsync();
        space.Edit("Deployment", "web-deployment-blue", static deployment => deployment["status"]!["availableReplicas"] = 0);
        var (code, output) = await cluster.Script(space).RunAsync("status");
        Assert.True(code == 0, output);
        string[] lines =
        [
            "Active: green", "Phase: done (from blue to green", "blue: idle, not ready", "green: active, ready",
            "  web-deployment-blue 0/1 registry.example/web:1", "  api-deployment-green 1/1 registry.example/api:2",
        ];
        Assert.All(lines, line => Assert.Contains(line, output, StringComparison.Ordinal));
        space.AssertOnlyRead();
    }

    [Theory]
    [InlineData("rollback", "Would move web-service to blue")]
    [InlineData("cleanup", "Would delete what is not of green")]
    public async Task Dry_run_of_a_command_tells_what_it_would_do_and_changes_nothing(string command, string step)
    {
        var space = await cluster.WithGreenAsync();
        var (code, output) = await cluster.Script(space).RunAsync(command, "--dry-run");
        Assert.True(code == 0, output);
        Assert.Contains(step, output, StringComparison.Ordinal);
        space.AssertOnlyRead();
    }

    [Fact]
    public async Task Cleanup_without_yes_tells_what_it_would_delete()
    {
        var space = await cluster.WithGreenAsync();
        var (code, output) = await cluster.Script(space).RunAsync("cleanup");
        Assert.Equal(2, code);
        Assert.Contains("Deployment/web-deployment-blue", output, StringComparison.Ordinal);
        space.AssertOnlyRead();
    }

    [Fact]
    public async Task Cleanup_deletes_the_idle_color_and_nothing_else()
    {
        var space = await cluster.WithGreenAsync();
        var shared = space.All().Count(static content => content["metadata"]!["labels"]?["vision/color"] is null);
        var (code, output) = await cluster.Script(space).RunAsync("cleanup", "--yes");
        Assert.True(code == 0, output);
        Assert.DoesNotContain(space.All(), static content => content["metadata"]!["labels"]?["vision/color"]?.GetValue<string>() == "blue");
        Assert.Equal(shared, space.All().Count(static content => content["metadata"]!["labels"]?["vision/color"] is null));
        Assert.All(Components, component => Assert.NotNull(space.Find("Deployment", $"{component}-deployment-green")));
        (code, output) = await cluster.Script(space).RunAsync("cleanup", "--yes");
        Assert.True(code == 0, output);
        Assert.Contains("There is nothing idle.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("launch")]
    [InlineData("deploy")]
    [InlineData("deploy", "--chart", "/nowhere")]
    [InlineData("deploy", "--chart", ".", "--watch", "soon")]
    [InlineData("deploy", "--chart", ".", "--canary", "10,200")]
    [InlineData("deploy", "--chart", ".", "--prometheus", "monitoring")]
    [InlineData("deploy", "--chart", ".", "--frobnicate", "1")]
    [InlineData("rollback", "--to", "red")]
    public async Task Wrong_arguments_are_told_and_end_with_2(params string[] arguments)
    {
        var space = await cluster.EmptyAsync();
        var (code, output) = await cluster.Script(space).RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Matches("See deploy/blue-green.sh --help|Usage: ", output);
        Assert.Empty(space.Requests);
    }

    [Fact]
    public async Task Help_tells_every_command()
    {
        var (code, output) = await cluster.Script(await cluster.EmptyAsync()).RunAsync("--help");
        Assert.Equal(0, code);
        string[] commands = ["deploy", "rollback", "status", "cleanup"];
        Assert.All(commands, command => Assert.Contains($"\n  {command} ", output, StringComparison.Ordinal));
    }
}
