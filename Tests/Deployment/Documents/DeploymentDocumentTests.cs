using System.Diagnostics;
using System.Text.RegularExpressions;
using Tests.Deployment.Chart;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Documents;

/// <summary>The commands of the documents on deployment that need neither a cluster nor a registry do what they say, one after the other.</summary>
public sealed partial class DeploymentDocumentTests : IDisposable
{
    private static readonly string[] Images = ["web", "api", "inference", "models", "backup"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newcomer-");

    public DeploymentDocumentTests()
    {
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "deploy"), Path.Combine(Repository.Root, "deploy"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Follow_the_steps_to_a_cluster_renders_a_site_with_ones_own_images_and_secrets()
    {
        await RunAsync(Blocks("deploy-kubernetes.md").Where(static block =>
            !block.Contains("scripts/", StringComparison.Ordinal) && !block.StartsWith("dotnet ", StringComparison.Ordinal)));

        var objects = YamlDocuments.Read(await File.ReadAllTextAsync(
            Path.Combine(folder.FullName, "rendered.yaml"), TestContext.Current.CancellationToken));
        var texts = objects.Select(static found => found.GetRawText()).ToList();
        Assert.All(
            Images,
            image => Assert.Contains(texts, text => text.Contains($"\"registry.example.com/vision/{image}:0.1.0\"", StringComparison.Ordinal)));
        Assert.Contains(texts, static text => text.Contains("photos.example.com", StringComparison.Ordinal));
        var secret = Assert.Single(objects, static found => RenderedChart.Name(found) == "api-secrets").GetProperty("stringData");
        Assert.Matches("^[0-9a-f]{48}$", secret.GetProperty("Security__ApiKeys__0__Key").GetString());
        Assert.Matches("^cache-service:6379,password=[0-9a-f]{48}$", secret.GetProperty("ConnectionStrings__cache").GetString());
    }

    [Fact]
    public async Task Follow_the_steps_to_one_machine_gives_a_value_to_every_variable()
    {
        var block = Assert.Single(Blocks("deploy-compose.md"));
        await RunAsync([block[block.IndexOf('{', StringComparison.Ordinal)..block.IndexOf("docker compose", StringComparison.Ordinal)]]);

        var given = (await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "vision.env"), TestContext.Current.CancellationToken))
            .Select(static line => line.Split('=', 2)).Where(static pair => pair[1].Length > 0).Select(static pair => pair[0]).ToHashSet();
        var file = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "deploy", "compose", "docker-compose.yaml"), TestContext.Current.CancellationToken);
        var needed = Variable().Matches(file).Select(static match => match.Groups["name"].Value).Distinct().ToArray();
        Assert.Contains("CACHE_PASSWORD", needed);
        Assert.All(needed, name => Assert.Contains(name, given));
    }

    [Theory]
    [InlineData("deploy-kubernetes.md")]
    [InlineData("deploy-compose.md")]
    [InlineData("deploy-azure.md")]
    [InlineData("../README.md")]
    public void Name_a_script_in_a_document_is_one_that_can_be_run(string document)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", document));

        Assert.All(Script().Matches(text).Select(static match => match.Value).Distinct(), script =>
        {
            if (!OperatingSystem.IsLinux())
            {
                throw new PlatformNotSupportedException("The tests run on Linux alone.");
            }

            Assert.True(File.GetUnixFileMode(Path.Combine(Repository.Root, script)).HasFlag(UnixFileMode.UserExecute), script);
        });
    }

    [Fact]
    public void Give_a_default_in_the_document_is_the_one_of_the_chart()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "deploy-kubernetes.md"));
        var templates = string.Concat(Directory.EnumerateFiles(RenderedChart.Folder, "*.yaml", SearchOption.AllDirectories).Select(File.ReadAllText));

        var values = Value().Matches(templates)
            .Select(static match => (Name: match.Groups["name"].Value, Default: match.Groups["default"].Value.Trim('`')))
            .Where(static value => value.Name is not "queue_depth").Distinct().ToList();

        Assert.NotEmpty(values);
        Assert.All(values, value =>
        {
            Assert.Contains(value.Name, text, StringComparison.Ordinal);
            Assert.Contains($"`{value.Default}`", text, StringComparison.Ordinal);
        });
    }

    /// <summary>A variable of Compose that has no default in the file.</summary>
    [GeneratedRegex(@"(?<!\$)\$\{(?<name>[A-Z_]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"(scripts|deploy)/[a-z-]+\.sh", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Script();

    [GeneratedRegex(@"dig `\w+` `(?<name>\w+)` (?<default>`[^`]+`|\d+) \.Values\.parameters", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();

    private static IEnumerable<string> Blocks(string document) => DocumentedScripts.Of($"docs/{document}");

    private async Task RunAsync(IEnumerable<string> scripts)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", string.Join('\n', scripts)])
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{DeploymentTool.Folder}:{start.Environment["PATH"]}";
        start.Environment["REGISTRY"] = "registry.example.com/vision";
        start.Environment["TAG"] = "0.1.0";
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors);
    }
}
