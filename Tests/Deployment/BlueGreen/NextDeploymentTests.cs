using System.Text.Json.Nodes;
using Tests.Deployment.BlueGreen.StandIn;
using Tests.Fixtures;
using Xunit;
using static Tests.Deployment.BlueGreen.NamespaceAssertions;

namespace Tests.Deployment.BlueGreen;

public sealed class NextDeploymentTests(BlueGreenCluster cluster)
{
    [Fact]
    public async Task Deploy_of_a_new_version_moves_the_traffic_to_green_and_keeps_blue()
    {
        var space = await cluster.WithGreenAsync();
        Assert.Equal(["green"], space.ActiveColors());
        Assert.Equal("done", space.Phase());
        Assert.All(Components, component => Assert.Equal($"registry.example/{component}:1", space.ImageOf($"{component}-deployment-blue")));
        Assert.All(Components, component => Assert.Equal($"registry.example/{component}:2", space.ImageOf($"{component}-deployment-green")));
    }

    [Fact]
    public async Task Deploy_of_what_is_active_already_changes_nothing()
    {
        var space = await cluster.WithGreenAsync();
        var (code, output) = await cluster.Script(space).DeployAsync(2);
        Assert.True(code == 0, output);
        Assert.Contains("Nothing to do: green serves this already.", output, StringComparison.Ordinal);
        space.AssertOnlyRead();
    }

    [Fact]
    public async Task Deploy_of_what_is_active_but_not_ready_fails()
    {
        var space = await cluster.WithGreenAsync();
        space.Edit("Deployment", "api-deployment-green", static deployment => deployment["status"]!["availableReplicas"] = 0);
        var (code, output) = await cluster.Script(space).DeployAsync(2);
        Assert.Equal(1, code);
        Assert.Contains("api-deployment-green (0/1)", output, StringComparison.Ordinal);
        space.AssertOnlyRead();
    }

    [Fact]
    public async Task Dry_run_tells_every_step_and_changes_nothing()
    {
        var space = await cluster.WithBlueAsync();
        space.Edit("Deployment", "web-deployment-blue", static deployment => deployment["spec"]!["replicas"] = 3);
        await Eventually.IsTrueAsync(() => space.Find("Deployment", "web-deployment-blue")!["status"]!["availableReplicas"]!.GetValue<int>() == 3);
        var before = space.Everything();
        var (code, output) = await cluster.Script(space).DeployAsync(2, "--dry-run", "--canary", "10,50");
        Assert.True(code == 0, output);
        space.AssertOnlyRead();
        Assert.Equal(before, space.Everything());
        string[] steps =
        [
            "name: web-deployment-green", "  replicas: 3", "image: registry.example/web:2", "Would apply what both colours share and the colour green",
            "Would wait until web-deployment-green", "Would analyse a photo", "Would measure blue", "Would send 10 % of the requests to green",
            "Would send 50 %", "Would move web-service to green", "Would watch green",
        ];
        Assert.All(steps, step => Assert.Contains(step, output, StringComparison.Ordinal));
        Assert.DoesNotContain("the-admin-key", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deploy_takes_over_the_number_of_pods_and_drops_what_the_color_has_no_more()
    {
        var space = await cluster.WithBlueAsync();
        space.Edit("Deployment", "web-deployment-blue", static deployment => deployment["spec"]!["replicas"] = 3);
        space.Edit("ConfigMap", "web-extra-green", static left => left["metadata"] = new JsonObject
        {
            ["labels"] = new JsonObject { ["app.kubernetes.io/instance"] = "vision", ["vision/color"] = "green" },
        });
        var (code, output) = await cluster.Script(space).DeployAsync(2, "--set", "autoscaling=false");
        Assert.True(code == 0, output);
        Assert.Equal(3, space.Find("Deployment", "web-deployment-green")!["spec"]!["replicas"]!.GetValue<int>());
        Assert.Null(space.Find("ConfigMap", "web-extra-green"));
        Assert.Null(space.Find("HorizontalPodAutoscaler", "api-hpa-green"));
        Assert.NotNull(space.Find("HorizontalPodAutoscaler", "api-hpa-blue"));
    }

    [Fact]
    public async Task Canary_raises_its_weight_step_by_step_and_is_removed_after_the_switch()
    {
        var space = await cluster.WithBlueAsync();
        var (code, output) = await cluster.Script(space).DeployAsync(2, "--canary", "10,50", "--canary-watch", "0.2s");
        Assert.True(code == 0, output);
        var canaries = space.Requests.Where(static request => request is { Method: "PATCH", Path: "ingresses/ingress-canary" })
            .Select(static request => JsonNode.Parse(request.Body)!).ToList();
        Assert.All(canaries, static canary => Assert.Contains("\"nginx.ingress.kubernetes.io/canary\":\"true\"", canary.ToJsonString(), StringComparison.Ordinal));
        Assert.Equal(["10", "50"], canaries.Select(static canary =>
            canary["metadata"]!["annotations"]!["nginx.ingress.kubernetes.io/canary-weight"]!.GetValue<string>()));
        Assert.All(canaries, static canary => Assert.Equal(
            "web-service-green", canary["spec"]!["rules"]![0]!["http"]!["paths"]![0]!["backend"]!["service"]!["name"]!.GetValue<string>()));
        Assert.Null(space.Find("Ingress", "ingress-canary"));
        Assert.Equal((await cluster.WithGreenAsync()).ActiveColors(), space.ActiveColors());
    }

    [Fact]
    public async Task Failing_canary_is_removed_and_the_traffic_never_moved()
    {
        var space = await cluster.WithBlueAsync();
        space.Faults = call =>
            call is { Service: "api-service-green", Path: "api/analyze" } && space.Phase() == "canary" ? new Fault(Status: 503) : null;
        var (code, output) = await cluster.Script(space).DeployAsync(2, "--canary", "10,50", "--canary-watch", "0.2s");
        Assert.Equal(1, code);
        Assert.Contains("green was not made active: 1 of 1 analyses failed", output, StringComparison.Ordinal);
        Assert.Null(space.Find("Ingress", "ingress-canary"));
        Assert.DoesNotContain(space.Requests, static request =>
            request is { Method: "PATCH", Path: "services/api-service" } && request.Body.Contains("green", StringComparison.Ordinal));
    }
}
