using System.Text.Json;
using Xunit;

namespace Tests.Deployment.Images;

/// <summary>What an image says of itself.</summary>
internal sealed class ImageConfiguration
{
    private readonly JsonElement config;

    private ImageConfiguration(JsonElement config) => this.config = config;

    public string User => Text("User");

    public IReadOnlyList<string> Entrypoint => List("Entrypoint");

    /// <summary>The command of the health check, without the word that says how it is run.</summary>
    public IReadOnlyList<string> HealthCheck
    {
        get
        {
            var test = config.GetProperty("Healthcheck").GetProperty("Test").EnumerateArray().Select(static part => part.GetString()!).ToList();
            Assert.Equal("CMD", test[0]);
            return [.. test.Skip(1)];
        }
    }

    public IReadOnlyList<string> Environment => List("Env");

    public IReadOnlyList<string> Ports => [.. config.GetProperty("ExposedPorts").EnumerateObject().Select(static port => port.Name)];

    public static async Task<ImageConfiguration> ReadAsync(ContainerStorage storage, string image)
    {
        var (code, output) = await storage.RunAsync("buildah", "inspect", "--type", "image", image);
        Assert.True(code == 0, output);
        return new ImageConfiguration(JsonElement.Parse(output).GetProperty("Docker").GetProperty("config"));
    }

    public string Label(string name) => config.GetProperty("Labels").GetProperty($"org.opencontainers.image.{name}").GetString()!;

    private string Text(string name) => config.GetProperty(name).GetString()!;

    private List<string> List(string name) => [.. config.GetProperty(name).EnumerateArray().Select(static one => one.GetString()!)];
}
