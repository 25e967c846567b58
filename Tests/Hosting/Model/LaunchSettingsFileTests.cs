using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Model;

public sealed class LaunchSettingsFileTests : IDisposable
{
    private readonly DirectoryInfo project = Directory.CreateTempSubdirectory("launch-settings-");

    public void Dispose() => project.Delete(recursive: true);

    [Fact]
    public void Read_comments_and_trailing_commas_are_accepted()
    {
        Write("""
            {
              // how developers start it
              "profiles": { "http": { "commandName": "Project", "applicationUrl": "http://localhost:5000", "environmentVariables": { "A": "1", } } },
            }
            """);

        var profile = LaunchSettingsFile.Read(project.FullName)!.Profiles["http"];

        Assert.Equal("http://localhost:5000", profile.ApplicationUrl);
        Assert.Equal("1", profile.EnvironmentVariables["A"]);
    }

    [Fact]
    public void Read_broken_file_names_it()
    {
        Write("{");

        var exception = Assert.Throws<DistributedApplicationException>(() => LaunchSettingsFile.Read(project.FullName));
        Assert.Contains(project.FullName, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_no_file_gives_null() => Assert.Null(LaunchSettingsFile.Read(project.FullName));

    [Fact]
    public void AddProject_by_path_reads_the_settings_beside_it()
    {
        Write("""{ "profiles": { "http": { "commandName": "Project", "applicationUrl": "http://localhost:5000" } } }""");

        var added = ModelEnvironment.CreateBuilder().AddProject("web", Path.Combine(project.FullName, "Web.csproj"));

        Assert.Equal(5000, Assert.Single(added.Resource.Annotations.OfType<EndpointAnnotation>()).Port);
    }

    private void Write(string settings)
    {
        project.CreateSubdirectory("Properties");
        File.WriteAllText(Path.Combine(project.FullName, "Properties", "launchSettings.json"), settings);
    }
}
