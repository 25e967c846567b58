using Aspire.Hosting;
using Tests.Hosting.Model;
using Xunit;

namespace Tests.Hosting.Publish;

/// <summary>What an AppHost does that is asked to publish.</summary>
public sealed class PipelineTests
{
    [Theory]
    [InlineData("--operation", "publish")]
    [InlineData("--operation=publish")]
    [InlineData("--publisher", "manifest")]
    public void Create_a_builder_with_the_wish_to_publish_is_in_publish_mode(params string[] args)
    {
        var builder = ModelEnvironment.CreateBuilder(args);

        Assert.True(builder.ExecutionContext.IsPublishMode);
        Assert.Equal("manifest", builder.ExecutionContext.PublisherName);
    }

    [Fact]
    public void Create_a_builder_for_an_unknown_operation_says_which_there_are()
    {
        var exception = Assert.Throws<DistributedApplicationException>(() => ModelEnvironment.CreateBuilder("--operation", "inspect"));

        Assert.Equal("The operation 'inspect' is not supported. It is one of run, publish.", exception.Message);
    }

    [Fact]
    public async Task Publish_without_a_step_deploys_nothing_and_says_what_to_do()
    {
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() =>
            PublishedModel.WriteAsync(static builder => builder.AddKubernetesEnvironment("k8s"), "--operation", "publish"));

        Assert.StartsWith("Name a step by '--step'. It is one of publish, publish-k8s, publish-manifest.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_an_unknown_step_names_the_known_ones()
    {
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() =>
            PublishedModel.WriteAsync(static _ => { }, "--operation", "publish", "--step", "deploy"));

        Assert.Equal("Step 'deploy' not found in pipeline. Available steps: publish, publish-manifest.", exception.Message);
    }

    [Fact]
    public async Task Publish_a_model_without_an_environment_is_refused()
    {
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => PublishedModel.WriteAsync(static _ => { }));

        Assert.Contains("the model has no compute environment", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_the_steps_writes_nothing()
    {
        using var published = await PublishedModel.WriteAsync(
            static builder => builder.AddDockerComposeEnvironment("compose"), "--operation", "publish", "--list-steps", "true");

        Assert.Empty(published.Files);
    }

    [Fact]
    public async Task Publish_to_two_environments_gives_each_a_folder()
    {
        using var published = await PublishedModel.WriteAsync(static builder =>
        {
            builder.AddDockerComposeEnvironment("compose").WithDashboard(enabled: false);
            builder.AddKubernetesEnvironment("k8s").WithDashboard(enabled: false);
        });

        Assert.Equal(["compose/.env", "compose/docker-compose.yaml", "k8s/Chart.yaml", "k8s/values.yaml"], published.Files);
    }

    [Theory]
    [InlineData("compose")]
    [InlineData("k8s")]
    public async Task Publish_the_dashboard_of_an_environment_is_refused(string environment)
    {
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => PublishedModel.WriteAsync(builder =>
        {
            if (environment == "k8s")
            {
                builder.AddKubernetesEnvironment(environment);
            }
            else
            {
                builder.AddDockerComposeEnvironment(environment);
            }
        }));

        Assert.Equal($"This stand-in for Aspire publishes no dashboard: call WithDashboard(false) on '{environment}'.", exception.Message);
    }

    [Fact]
    public void Add_an_environment_to_a_local_run_adds_nothing_to_the_model()
    {
        var builder = ModelEnvironment.CreateBuilder();
        var before = builder.Resources.ToArray();
        builder.AddKubernetesEnvironment("k8s").AddIngress("ingress");
        builder.AddDockerComposeEnvironment("compose");

        Assert.Equal(before, builder.Resources);
    }
}
