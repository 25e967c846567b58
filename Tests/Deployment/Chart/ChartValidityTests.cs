using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Chart;

/// <summary>Helm takes the chart, and Kubernetes 1.33 what Helm makes of it.</summary>
public sealed class ChartValidityTests
{
    [Theory]
    [InlineData]
    [InlineData("-f", "values-one-node.yaml")]
    [InlineData("-f", "values-large.yaml")]
    public async Task Render_the_chart_gives_objects_that_are_valid_to_the_letter(params string[] arguments)
    {
        var chart = await RenderedChart.CreateAsync(arguments);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, chart.Text, TestContext.Current.CancellationToken);
            var (code, output) = await RunCommand.RunAsync(".", DeploymentTool.KubernetesValidate, "", "--strict", "--kubernetes-version", "1.33", file);

            Assert.True(code == 0, output);
            Assert.Equal(chart.Objects.Count, output.Split('\n').Count(static line => line.Contains(" passed for resource ", StringComparison.Ordinal)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Render_the_chart_without_any_value_works_too()
    {
        var (code, output) = await RunCommand.RunAsync("deploy", DeploymentTool.Helm, "", "template", "vision", "chart");

        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Lint_the_chart_finds_nothing()
    {
        var (code, output) = await RunCommand.RunAsync("deploy", DeploymentTool.Helm, "", "lint", "chart", "--strict");

        Assert.True(code == 0, output);
        Assert.Contains("1 chart(s) linted, 0 chart(s) failed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_the_chart_gives_an_archive_that_renders_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("package-");
        try
        {
            var (code, output) = await RunCommand.RunAsync("deploy", DeploymentTool.Helm, "", "package", "chart", "--destination", folder.FullName);
            Assert.True(code == 0, output);

            var archive = Assert.Single(folder.GetFiles("vision-*.tgz"));
            var packaged = await RunCommand.RunAsync("deploy", DeploymentTool.Helm, "", "template", "vision", archive.FullName);
            var unpackaged = await RunCommand.RunAsync("deploy", DeploymentTool.Helm, "", "template", "vision", "chart");
            Assert.Equal(unpackaged, packaged);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Validate_the_compose_file_finds_nothing()
    {
        var (code, output) = await RunCommand.RunAsync(
            "deploy/compose", DeploymentTool.CheckJsonSchema, "", "--builtin-schema", "vendor.compose-spec", "docker-compose.yaml");

        Assert.True(code == 0, output);
    }
}
