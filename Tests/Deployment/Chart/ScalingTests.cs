using Xunit;

namespace Tests.Deployment.Chart;

/// <summary>How many pods there are, where they run, and how many may be away.</summary>
public sealed class ScalingTests
{
    private static readonly string[] Files = ["values-one-node.yaml", "values-large.yaml"];

    [Theory]
    [InlineData("api")]
    [InlineData("inference")]
    public async Task A_service_has_two_to_ten_pods_by_the_load_of_its_processors(string component)
    {
        var chart = await RenderedChart.CreateAsync();
        var autoscaler = chart.Find("HorizontalPodAutoscaler", $"{component}-hpa").GetProperty("spec");

        Assert.Equal(2, autoscaler.GetProperty("minReplicas").GetInt32());
        Assert.Equal(10, autoscaler.GetProperty("maxReplicas").GetInt32());
        var resource = Assert.Single(autoscaler.GetProperty("metrics").EnumerateArray()).GetProperty("resource");
        Assert.Equal("cpu", resource.GetProperty("name").GetString());
        Assert.Equal(70, resource.GetProperty("target").GetProperty("averageUtilization").GetInt32());
        Assert.Equal(300, autoscaler.GetProperty("behavior").GetProperty("scaleDown").GetProperty("stabilizationWindowSeconds").GetInt32());

        var target = autoscaler.GetProperty("scaleTargetRef");
        Assert.Equal("apps/v1 Deployment", $"{target.GetProperty("apiVersion").GetString()} {target.GetProperty("kind").GetString()}");
        var deployment = chart.Find("Deployment", target.GetProperty("name").GetString()!).GetProperty("spec");
        Assert.False(deployment.TryGetProperty("replicas", out _), "An upgrade would set back what the autoscaler has chosen.");
    }

    [Theory]
    [InlineData("values-one-node.yaml", 1, 2)]
    [InlineData("values-large.yaml", 4, 40)]
    public async Task A_site_of_another_size_has_other_bounds(string file, int minimum, int maximum)
    {
        var chart = await RenderedChart.CreateAsync("-f", file);
        var autoscaler = chart.Find("HorizontalPodAutoscaler", "inference-hpa").GetProperty("spec");

        Assert.Equal((minimum, maximum), (autoscaler.GetProperty("minReplicas").GetInt32(), autoscaler.GetProperty("maxReplicas").GetInt32()));
    }

    [Theory]
    [InlineData("api")]
    [InlineData("inference")]
    [InlineData("web")]
    public async Task A_service_loses_one_pod_at_a_time_and_is_spread_over_nodes_and_zones(string component)
    {
        var chart = await RenderedChart.CreateAsync();
        var deployment = chart.Find("Deployment", $"{component}-deployment").GetProperty("spec");
        var labels = deployment.GetProperty("selector").GetProperty("matchLabels").GetRawText();
        var budget = chart.Find("PodDisruptionBudget", $"{component}-pdb").GetProperty("spec");

        Assert.Equal(1, budget.GetProperty("maxUnavailable").GetInt32());
        Assert.Equal(labels, budget.GetProperty("selector").GetProperty("matchLabels").GetRawText());
        Assert.Equal(0, deployment.GetProperty("strategy").GetProperty("rollingUpdate").GetProperty("maxUnavailable").GetInt32());
        Assert.Equal(
            ["topology.kubernetes.io/zone", "kubernetes.io/hostname"],
            deployment.GetProperty("template").GetProperty("spec").GetProperty("topologySpreadConstraints").EnumerateArray()
                .Select(constraint =>
                {
                    Assert.Equal(labels, constraint.GetProperty("labelSelector").GetProperty("matchLabels").GetRawText());
                    return constraint.GetProperty("topologyKey").GetString();
                }));
    }

    [Fact]
    public void A_value_that_no_template_reads_is_in_no_file_of_values()
    {
        var templates = string.Concat(Directory
            .EnumerateFiles(RenderedChart.Folder, "*.yaml", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.All(Files, file =>
        {
            var values = YamlDocuments.Read(File.ReadAllText(Path.Combine(RenderedChart.Folder, "..", file)))[0].GetProperty("parameters");
            Assert.All(
                values.EnumerateObject().SelectMany(static section => section.Value.EnumerateObject().Select(value => (section.Name, Value: value.Name))),
                value => Assert.Contains($"dig `{value.Name}` `{value.Value}` ", templates, StringComparison.Ordinal));
        });
    }
}
