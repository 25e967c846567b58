using System.Text.RegularExpressions;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Images;

/// <summary>The Dockerfiles by themselves, and what they must agree on with the projects.</summary>
public sealed partial class DockerfileTests
{
    public static TheoryData<string> Dockerfiles =>
        [.. Directory.EnumerateFiles(Repository.Root, "Dockerfile", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Repository.Root, file))
            .Where(static file => !file.StartsWith("artifacts/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public async Task Dockerfile_is_clean_for_hadolint(string file)
    {
        var (code, output) = await RunCommand.RunAsync(".", DeploymentTool.Hadolint, string.Empty, file);
        Assert.True(code == 0 && output.Length == 0, output);
    }

    [Theory]
    [InlineData("ApiService/Dockerfile")]
    [InlineData("InferenceService/Dockerfile")]
    [InlineData("WebFrontend/Dockerfile")]
    [InlineData("deploy/single/Dockerfile")]
    [InlineData("deploy/with-models/Dockerfile")]
    public void Dockerfile_is_among_those_that_are_checked(string file) => Assert.Contains(file, Dockerfiles.Select(static row => row.Data));

    /// <summary>A project that is missing stops the build of an image; one too many makes it anew for nothing.</summary>
    [Theory]
    [InlineData("ApiService")]
    [InlineData("InferenceService")]
    [InlineData("WebFrontend")]
    public void Dockerfile_copies_the_projects_that_the_service_is_made_of(string service)
    {
        var needed = new SortedSet<string>(StringComparer.Ordinal);
        AddProjects(service, needed);
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, service, "Dockerfile"));
        Assert.Equal(needed, lines.Select(static line => ProjectFile().Match(line)).Where(static match => match.Success)
            .Select(static match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
        Assert.All(needed, project => Assert.Contains($"COPY {project} {project}/", lines));
    }

    [Fact]
    public void Base_images_are_the_same_everywhere_and_fit_the_sdk_that_the_repository_asks_for()
    {
        var files = new[] { "ApiService/Dockerfile", "InferenceService/Dockerfile", "WebFrontend/Dockerfile", "Directory.Build.targets" };
        var texts = files.Select(static file => File.ReadAllText(Path.Combine(Repository.Root, file))).ToList();
        Assert.Single(texts.Select(static text => RuntimeImage().Match(text).Value).Distinct(StringComparer.Ordinal), static image => image.Length > 0);
        var sdk = Assert.Single(texts.SkipLast(1).Select(static text => SdkImage().Match(text).Groups["version"].Value).Distinct(StringComparer.Ordinal));
        var asked = SdkVersion().Match(File.ReadAllText(Path.Combine(Repository.Root, "global.json"))).Groups["version"].Value;
        Assert.True(Version.Parse(sdk) >= Version.Parse(asked), $"{sdk} is older than {asked}.");
    }

    private static void AddProjects(string project, SortedSet<string> found)
    {
        if (found.Add(project))
        {
            var text = File.ReadAllText(Path.Combine(Repository.Root, project, $"{project}.csproj"));
            foreach (Match reference in ProjectReference().Matches(text))
            {
                AddProjects(reference.Groups["name"].Value, found);
            }
        }
    }

    [GeneratedRegex(@"^COPY (?<name>\w+)/\k<name>\.csproj \k<name>/$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProjectFile();

    [GeneratedRegex(@"ProjectReference Include=""\.\./(?<name>\w+)/", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"mcr\.microsoft\.com/dotnet/aspnet:[\w.-]+", RegexOptions.NonBacktracking)]
    private static partial Regex RuntimeImage();

    [GeneratedRegex(@"mcr\.microsoft\.com/dotnet/sdk:(?<version>[\d.]+)-", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SdkImage();

    [GeneratedRegex(@"""version"": ""(?<version>[\d.]+)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SdkVersion();
}
