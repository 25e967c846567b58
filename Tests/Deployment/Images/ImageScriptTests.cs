using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Images;

/// <summary>The scripts that make images, as far as they build nothing.</summary>
public sealed class ImageScriptTests
{
    private const string BuildImages = "scripts/build-images.sh";
    private const string LocalBaseImages = "scripts/local-base-images.sh";

    [Theory]
    [InlineData(BuildImages)]
    [InlineData(LocalBaseImages)]
    public async Task Help_tells_the_usage(string script)
    {
        var (code, output) = await RunAsync(script, "--help");
        Assert.Equal(0, code);
        Assert.StartsWith($"Usage: {script}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BuildImages, "There is no option --nonsense.", "--nonsense")]
    [InlineData(BuildImages, "There is no image nonsense.", "api", "nonsense")]
    [InlineData(BuildImages, "--tag needs a value.", "--tag")]
    [InlineData(BuildImages, "nonsense is none of docker, podman and buildah.", "--engine", "nonsense")]
    [InlineData(LocalBaseImages, "Usage:", "nonsense")]
    public async Task Wrong_arguments_are_refused_with_the_reason(string script, string reason, params string[] arguments)
    {
        var (code, output) = await RunAsync(script, arguments);
        Assert.Equal(2, code);
        Assert.Contains(reason, output, StringComparison.Ordinal);
    }

    /// <summary>What a machine says that lacks the privileges: buildah is real here, only the capabilities are taken away.</summary>
    [Fact]
    public async Task Base_images_without_privileges_are_refused_with_the_reason()
    {
        await using var storage = await ContainerStorage.CreateAsync("overlay", "localhost:5000");
        var (code, output) = await storage.RunAsync("setpriv", "--bounding-set=-all", "--inh-caps=-all", LocalBaseImages);
        Assert.NotEqual(0, code);
        Assert.Contains("not permitted", output, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output)> RunAsync(string script, params string[] arguments) =>
        RunCommand.RunAsync(".", Path.Combine(Repository.Root, script), string.Empty, arguments);
}
