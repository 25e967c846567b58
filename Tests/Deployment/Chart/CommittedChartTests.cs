using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Chart;

/// <summary>What is committed is what the AppHost publishes.</summary>
public sealed class CommittedChartTests
{
    [Theory]
    [InlineData("kubernetes", "chart")]
    [InlineData("compose", "compose")]
    public async Task Publish_the_system_writes_what_is_committed(string target, string committed)
    {
        using var published = await PublishedSystem.WriteAsync("--operation", "publish", "--step", "publish", "--Deployment:Target", target);
        var expected = PublishedSystem.Read(Path.Combine(Repository.Root, "deploy", committed));

        Assert.Equal(expected.Keys, published.Files.Keys);
        Assert.All(published.Files, file => Assert.True(
            expected[file.Key] == file.Value, $"deploy/{committed}/{file.Key} is not what the AppHost writes: run scripts/publish.sh and commit."));
    }

    [Fact]
    public async Task Publish_without_a_target_is_a_chart()
    {
        using var published = await PublishedSystem.WriteAsync("--operation", "publish", "--step", "publish");

        Assert.Contains("Chart.yaml", published.Files.Keys);
    }

    [Fact]
    public async Task Publish_for_a_cluster_with_its_own_metrics_scales_by_the_queue_too()
    {
        using var published = await PublishedSystem.WriteAsync(
            "--operation", "publish", "--step", "publish", "--Deployment:QueueMetric", "vision_queue_length");

        var autoscaler = published.Files["templates/inference/hpa.yaml"];
        Assert.Contains("        metric:\n          name: \"vision_queue_length\"\n", autoscaler, StringComparison.Ordinal);
        Assert.Contains("        name: \"cpu\"\n", autoscaler, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_to_an_unknown_target_says_which_there_are()
    {
        var (code, output) = await PublishedSystem.RunAsync("--operation", "publish", "--step", "publish", "--Deployment:Target", "mainframe");

        Assert.NotEqual(0, code);
        Assert.Contains("Deployment:Target is 'mainframe'. It is one of kubernetes, compose, manifest.", output, StringComparison.Ordinal);
    }
}
