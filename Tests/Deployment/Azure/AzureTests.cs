using System.Text.Json;
using System.Text.RegularExpressions;
using Tests.Deployment.Chart;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Azure;

/// <summary>What azd reads.</summary>
public sealed partial class AzureTests
{
    [Fact]
    public async Task Write_the_manifest_fits_its_schema()
    {
        using var published = await WriteAsync();
        var file = Path.Combine(published.Folder, "aspire-manifest.json");

        var (code, output) = await RunCommand.RunAsync(
            "Tests/Deployment/Azure", DeploymentTool.CheckJsonSchema, "", "--schemafile", "manifest.schema.json", file);

        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Write_the_manifest_explains_every_name_that_it_uses()
    {
        using var published = await WriteAsync();
        var text = published.Files["aspire-manifest.json"];
        var resources = JsonDocument.Parse(text).RootElement.GetProperty("resources");

        var names = Reference().Matches(text).Select(static match => match.Groups["name"].Value).Distinct().ToArray();

        Assert.Contains("cache", names);
        Assert.All(names, name => Assert.True(resources.TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task Publish_the_engine_with_its_models_puts_them_where_the_manifest_says()
    {
        using var published = await WriteAsync();
        Assert.Contains("\"Models__Path\": \"/app/models\"", published.Files["aspire-manifest.json"], StringComparison.Ordinal);

        // What would be published, without publishing it: that would build once more.
        var (code, output) = await RunCommand.RunAsync(
            "InferenceService", "dotnet", "", "msbuild", "-nologo", "-p:IncludeModels=true", "-getItem:Content");
        Assert.True(code == 0, output);
        var content = JsonDocument.Parse(output).RootElement.GetProperty("Items").GetProperty("Content").EnumerateArray()
            .Where(static item => item.TryGetProperty("Link", out _)).Select(static item => item.GetProperty("Link").GetString()!);
        var models = Directory.EnumerateFiles(Repository.Models, "model.json", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Repository.Root, file));
        Assert.Empty(models.Except(content));
    }

    [Fact]
    public void Read_azure_yaml_leads_to_the_AppHost()
    {
        var app = YamlDocuments.Read(File.ReadAllText(Path.Combine(Repository.Root, "azure.yaml")))[0].GetProperty("services").GetProperty("app");

        Assert.Equal("dotnet", app.GetProperty("language").GetString());
        Assert.Equal("containerapp", app.GetProperty("host").GetString());
        Assert.True(File.Exists(Path.Combine(Repository.Root, app.GetProperty("project").GetString()!)));
    }

    [GeneratedRegex(@"\{(?<name>[a-z0-9-]+)\.(bindings|value|connectionString|inputs)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    private static Task<PublishedSystem> WriteAsync() => PublishedSystem.WriteAsync("--publisher", "manifest");
}
