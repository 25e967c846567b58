using System.Text;
using System.Text.Json.Nodes;
using Tests.Deployment.BlueGreen.StandIn;
using Tests.Deployment.Chart;
using Xunit;
using static Tests.Deployment.BlueGreen.NamespaceAssertions;

namespace Tests.Deployment.BlueGreen;

public sealed class FirstDeploymentTests(BlueGreenCluster cluster)
{
    [Fact]
    public async Task Deploy_into_an_empty_namespace_makes_blue_active()
    {
        var space = await cluster.WithBlueAsync();
        Assert.Equal(["blue"], space.ActiveColors());
        Assert.Equal("done", space.Phase());
        Assert.All(Components, component => Assert.Equal($"registry.example/{component}:1", space.ImageOf($"{component}-deployment-blue")));
        Assert.All(Components, component => Assert.Null(space.Find("Deployment", $"{component}-deployment")));
    }

    [Fact]
    public async Task Deploy_the_chart_of_the_product_applies_all_of_it_and_makes_blue_active()
    {
        var space = await cluster.EmptyAsync();
        var secrets = RenderedChart.Secrets.SelectMany(static secret => new[] { "--set", secret });
        var (code, output) = await cluster.Script(space).DeployAsync(1, ["--chart", RenderedChart.Folder, .. secrets]);

        Assert.True(code == 0, output);
        Assert.Equal(["blue"], space.ActiveColors());
        Assert.All(Components, component => Assert.Equal($"registry.example/{component}:1", space.ImageOf($"{component}-deployment-blue")));
        var chart = await RenderedChart.CreateAsync();
        Assert.All(chart.Objects, found =>
        {
            var (kind, name) = (RenderedChart.Kind(found), RenderedChart.Name(found));
            Assert.True(space.Find(kind, name) is not null || space.Find(kind, $"{name}-blue") is not null, $"{kind} {name} is not there.");
        });
    }

    [Fact]
    public async Task Settings_of_a_color_name_its_own_services_and_the_shared_cache()
    {
        var space = await cluster.WithBlueAsync();
        var settings = space.Find("ConfigMap", "web-config-blue")!["data"]!;
        Assert.Equal("http://api-service-blue:8080", settings["services__api__http__0"]!.GetValue<string>());
        Assert.Equal("cache-service:6379", settings["Redis__Host"]!.GetValue<string>());
        var secrets = space.Find("Secret", "web-secrets-blue")!;
        Assert.Equal("http://web-service-blue:8080/hook", Decode(secrets["data"]!["Callback"]!));
        Assert.StartsWith("cache-service:6379", Decode(secrets["data"]!["ConnectionStrings__cache"]!), StringComparison.Ordinal);
        Assert.Equal("the-admin-key", secrets["stringData"]!["adminkey"]!.GetValue<string>());
    }

    [Fact]
    public async Task Objects_of_a_color_refer_to_each_other_and_to_what_is_shared()
    {
        var space = await cluster.WithBlueAsync();
        var pods = space.Find("Deployment", "inference-deployment-blue")!["spec"]!["template"]!;
        var container = pods["spec"]!["containers"]![0]!;
        Assert.Equal("inference-config-blue", container["envFrom"]![0]!["configMapRef"]!["name"]!.GetValue<string>());
        Assert.Equal("inference-secrets-blue", container["envFrom"]![1]!["secretRef"]!["name"]!.GetValue<string>());
        Assert.Equal("http://inference-service-blue:8080", container["env"]![0]!["value"]!.GetValue<string>());
        Assert.Equal("inference-service-account", pods["spec"]!["serviceAccountName"]!.GetValue<string>());
        Assert.Equal("inference-models-pvc", pods["spec"]!["volumes"]![0]!["persistentVolumeClaim"]!["claimName"]!.GetValue<string>());
        var autoscaler = space.Find("HorizontalPodAutoscaler", "inference-hpa-blue")!;
        Assert.Equal("inference-deployment-blue", autoscaler["spec"]!["scaleTargetRef"]!["name"]!.GetValue<string>());
        JsonNode[] selectors =
        [
            pods["metadata"]!["labels"]!, space.Find("Deployment", "inference-deployment-blue")!["spec"]!["selector"]!["matchLabels"]!,
            space.Find("Service", "inference-service-blue")!["spec"]!["selector"]!,
            space.Find("PodDisruptionBudget", "inference-pdb-blue")!["spec"]!["selector"]!["matchLabels"]!,
        ];
        Assert.All(selectors, static labels => Assert.Equal("blue", labels["vision/color"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Network_policies_cover_every_color()
    {
        var space = await cluster.WithBlueAsync();
        var policies = space.All().Where(static content => content["kind"]!.GetValue<string>() == "NetworkPolicy").ToList();
        Assert.Equal(3, policies.Count);
        Assert.All(policies, static policy => Assert.DoesNotContain("vision/color", policy.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failing_first_deployment_gets_no_traffic()
    {
        var space = await cluster.EmptyAsync();
        space.Faults = static call => call.Service == "api-service" ? new Fault(Status: 500) : null;
        var (code, output) = await cluster.Script(space).DeployAsync(1);
        Assert.Equal(1, code);
        Assert.Contains("Rolled back to nothing", output, StringComparison.Ordinal);
        Assert.Equal(["none"], space.ActiveColors());
        Assert.All(Components, component => Assert.Equal("none", space.SelectorOf(component)["vision/color"]!.GetValue<string>()));
    }

    private static string Decode(JsonNode secret) => Encoding.UTF8.GetString(Convert.FromBase64String(secret.GetValue<string>()));
}
