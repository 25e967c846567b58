using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Tests.Hosting.Model;

/// <summary>Evaluates the build targets by MSBuild itself, on a project that is made for the purpose.</summary>
public sealed class ProjectClassTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("project-classes-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task CollectAspireProjectClasses_names_follow_the_file_and_opt_outs_are_left_out()
    {
        var targets = Path.GetFullPath(Path.Combine(Projects.AppHost.ProjectPath, "..", "compat", "Aspire.Hosting.AppHost", "Aspire.Hosting.AppHost"));
        var project = Path.Combine(directory.FullName, "My.App-Host.csproj");
        await File.WriteAllTextAsync(
            project,
            $"""
            <Project>
              <Import Project="{targets}.props" />
              <ItemGroup>
                <ProjectReference Include="VisionApp.ApiService.csproj" />
                <ProjectReference Include="App.1.Web.csproj" />
                <ProjectReference Include="2-fast.csproj" AspireProjectMetadataTypeName="Named" />
                <ProjectReference Include="Library.csproj" IsAspireProjectResource="false" />
              </ItemGroup>
              <Import Project="{targets}.targets" />
            </Project>
            """,
            TestContext.Current.CancellationToken);

        using var result = await EvaluateAsync(project);

        var items = result.RootElement.GetProperty("Items");
        Assert.Equal(
            ["VisionApp_ApiService", "App__1_Web", "Named"],
            items.GetProperty("_AspireProjectClass").EnumerateArray().Select(static item => Text(item, "ClassName")),
            StringComparer.Ordinal);
        Assert.Equal(
            [("true", "false"), ("true", "false"), ("true", "false"), ("false", null)],
            items.GetProperty("ProjectReference").EnumerateArray().Select(static item => (Text(item, "IsAspireProjectResource"), Text(item, "ReferenceOutputAssembly"))));
        Assert.Equal("My_App_Host", result.RootElement.GetProperty("Properties").GetProperty("_AspireHostClassName").GetString());
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static async Task<JsonDocument> EvaluateAsync(string project)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            ["msbuild", project, "-nodeReuse:false", "-t:CollectAspireProjectClasses", "-getItem:_AspireProjectClass,ProjectReference", "-getProperty:_AspireHostClassName"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return JsonDocument.Parse(output);
    }
}
