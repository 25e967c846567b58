using Tests.Deployment.BlueGreen.StandIn;
using Xunit;
using static Tests.Deployment.BlueGreen.NamespaceAssertions;

namespace Tests.Deployment.BlueGreen;

/// <summary>A namespace that helm has installed, without a colour.</summary>
public sealed class TakeOverTests(BlueGreenCluster cluster)
{
    [Fact]
    public async Task Deploy_over_a_plain_release_gives_blue_no_traffic_before_the_switch_and_cleanup_deletes_the_plain_set_alone()
    {
        var space = await cluster.WithPlainReleaseAsync();
        var early = 0;
        space.Faults = call =>
        {
            early += call is { Service: "api-service", Color: "blue" } && space.ActiveColors() is not ["blue"] ? 1 : 0;
            return null;
        };
        var (code, output) = await cluster.Script(space).DeployAsync(2);
        Assert.True(code == 0, output);
        Assert.Equal(["blue"], space.ActiveColors());
        Assert.Contains(space.Calls, static call => call is { Service: "api-service", Color: "none" });
        Assert.Equal(0, early);
        Assert.All(Components, component => Assert.Equal($"registry.example/{component}:1", space.ImageOf($"{component}-deployment")));
        (code, output) = await cluster.Script(space).RunAsync("cleanup", "--yes");
        Assert.True(code == 0, output);
        Assert.All(Components, component => Assert.Null(space.Find("Deployment", $"{component}-deployment")));
        Assert.All(Components, component => Assert.Null(space.Find("ConfigMap", $"{component}-config")));
        (string Kind, string Name)[] shared =
        [
            ("Service", "web-service"), ("Service", "cache-service"), ("Ingress", "ingress"), ("ServiceAccount", "api-service-account"),
            ("PersistentVolumeClaim", "inference-models-pvc"),
        ];
        Assert.All(shared, left => Assert.NotNull(space.Find(left.Kind, left.Name)));
    }

    [Fact]
    public async Task Rollback_to_a_plain_release_takes_the_color_out_and_cleanup_restores_the_selectors()
    {
        var space = await cluster.WithPlainReleaseAsync();
        var before = Components.Select(component => space.SelectorOf(component).ToJsonString()).ToList();
        space.Faults = static call => call is { Service: "api-service", Color: "blue" } ? new Fault(Status: 503) : null;
        var (code, output) = await cluster.Script(space).DeployAsync(2);
        Assert.Equal(1, code);
        Assert.Contains("Rolled back to the set without a colour", output, StringComparison.Ordinal);
        Assert.All(Components, component => Assert.Equal(
            ["app.kubernetes.io/component", "app.kubernetes.io/instance", "app.kubernetes.io/name", "pod-template-hash"],
            space.SelectorOf(component).Select(static label => label.Key).Order(StringComparer.Ordinal)));
        (code, output) = await cluster.Script(space).RunAsync("cleanup", "--yes");
        Assert.True(code == 0, output);
        Assert.Equal(before, Components.Select(component => space.SelectorOf(component).ToJsonString()));
        Assert.DoesNotContain(space.All(), static content => content["metadata"]!["labels"]?["vision/color"] is not null);
    }
}
