using System.Globalization;
using Client;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Images;

/// <summary>Images that are built, pushed and run for real.</summary>
public sealed class ImageTests(BuiltImages images) : IClassFixture<BuiltImages>
{
    private const long Budget = 250_000_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Single_image_analyses_a_photo_as_a_user_without_rights_and_writes_below_tmp_alone(bool withModels)
    {
        if (images.AreRefused())
        {
            return;
        }

        await using var container = await RunningContainer.CreateAsync(images.Storage, withModels ? images.SingleImageWithModels : images.SingleImage);
        Assert.Equal(1, await container.CheckHealthAsync());
        await container.StartAsync(["--env", "Drain__Delay=00:00:00", .. withModels ? (string[])[] : ["--volume", $"{Repository.Models}:/models:ro"]]);
        await Eventually.IsTrueAsync(container.IsReadyAsync, TimeSpan.FromMinutes(1));
        Assert.Equal(0, await container.CheckHealthAsync());
        Assert.Equal("1654", container.ListenerUser());

        var analysis = await new ImageClient(container.Client).AnalyzeAsync(
            Photo.Bytes("cat.jpg"), new AnalysisOptions { Top = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("Egyptian cat", Assert.Single(analysis.Labels!).Name);
        Assert.Equal(0, await container.StopAsync());

        var root = await container.MountAsync();
        var (_, written) = await images.Storage.RunAsync("find", root, "-xdev", "-type", "f", "-user", "1654", "-printf", "/%P\n");
        Assert.All(written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => !(withModels && IsModel(file))), static file =>
            Assert.StartsWith("/tmp/", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Single_image_without_models_is_smaller_than_250_megabytes_and_has_no_shell()
    {
        if (images.AreRefused())
        {
            return;
        }

        await using var container = await RunningContainer.CreateAsync(images.Storage, images.SingleImage);
        var root = await container.MountAsync();
        var whole = await SizeAsync(root);
        var application = await SizeAsync(Path.Combine(root, "app"));
        var manifest = await images.Registry.ManifestAsync("vision/single", BuiltImages.Tag);
        var compressed = manifest.GetProperty("layers").EnumerateArray().Sum(static layer => layer.GetProperty("size").GetInt64());
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Bytes: {whole} unpacked, {application} of them the application; {compressed} in the registry."));
        Assert.InRange(whole, application, Budget);
        Assert.False(File.Exists(Path.Combine(root, "bin/sh")));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(root, "app"), "*.onnx", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Single_image_says_what_it_is_and_how_it_is_run()
    {
        if (images.AreRefused())
        {
            return;
        }

        var image = await ImageConfiguration.ReadAsync(images.Storage, images.SingleImage);
        Assert.Equal("1654", image.User);
        Assert.Equal(["8080/tcp"], image.Ports);
        Assert.Equal(["dotnet", "ApiService.dll"], image.Entrypoint);
        Assert.Equal([.. image.Entrypoint, "--healthcheck"], image.HealthCheck);
        Assert.Contains("Inference__Mode=InProcess", image.Environment);
        Assert.Contains("Models__Path=/models", image.Environment);
        Assert.Contains("ORT_DISABLE_TELEMETRY=1", image.Environment);
        Assert.Equal(("vision-single", BuiltImages.Tag, "MIT"), (image.Label("title"), image.Label("version"), image.Label("licenses")));
        var (_, revision) = await RunCommand.RunAsync(".", "git", string.Empty, "rev-parse", "HEAD");
        Assert.Equal(revision.Trim(), image.Label("revision"));
    }

    [Fact]
    public async Task Pushed_image_is_the_one_that_was_built()
    {
        if (images.AreRefused())
        {
            return;
        }

        var manifest = await images.Registry.ManifestAsync("vision/single", BuiltImages.Tag);
        var built = await images.Storage.BuildahAsync("inspect", "--type", "image", "--format", "{{.FromImageID}}", images.SingleImage);
        Assert.Equal($"sha256:{built}", manifest.GetProperty("config").GetProperty("digest").GetString());
    }

    [Fact]
    public async Task Image_that_dotnet_publish_makes_runs_as_the_same_user()
    {
        if (images.AreRefused())
        {
            return;
        }

        var host = images.Registry.Host;
        await images.Storage.BuildahAsync("push", "--quiet", "localhost/dotnet/aspnet:local", $"docker://{host}/dotnet/aspnet:local");
        var (code, output) = await images.Storage.RunAsync(
            "dotnet", "publish", "WebFrontend", "--no-build", "--configuration", new DirectoryInfo(AppContext.BaseDirectory).Name, "--nologo",
            "-target:PublishContainer", $"-property:ContainerBaseImage={host}/dotnet/aspnet:local", $"-property:ContainerRegistry={host}",
            $"-property:ContainerImageTag={BuiltImages.Tag}", $"-property:PublishDir={images.Storage.Folder}/web/");
        Assert.True(code == 0, output);

        await using var container = await RunningContainer.CreateAsync(images.Storage, $"{host}/vision/web:{BuiltImages.Tag}");
        await container.StartAsync();
        Assert.Equal("1654", container.ListenerUser());
        var page = await container.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("<html", page, StringComparison.Ordinal);
    }

    private static bool IsModel(string file) => file.StartsWith("/models/", StringComparison.Ordinal);

    private async Task<long> SizeAsync(string folder)
    {
        var (_, output) = await images.Storage.RunAsync("du", "--summarize", "--apparent-size", "--block-size=1", "--one-file-system", folder);
        return long.Parse(output.Split('\t')[0], CultureInfo.InvariantCulture);
    }
}
