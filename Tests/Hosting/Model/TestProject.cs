using Aspire.Hosting;

namespace Tests.Hosting.Model;

/// <summary>A project that needs no file: http and https in its first profile, two http addresses in its second.</summary>
internal sealed class TestProject : IProjectMetadata
{
    public string ProjectPath => "/nowhere/Test.csproj";

    public LaunchSettings? LaunchSettings => new()
    {
        Profiles =
        {
            ["IIS Express"] = new LaunchProfile { CommandName = "IISExpress", ApplicationUrl = "http://localhost:1" },
            ["secure"] = new LaunchProfile
            {
                CommandName = "Project",
                ApplicationUrl = "https://localhost:7001;http://localhost:5001",
                EnvironmentVariables = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["FROM_PROFILE"] = "profile" },
            },
            ["http"] = new LaunchProfile { CommandName = "Project", ApplicationUrl = "http://localhost:5001;http://localhost:5002" },
        },
    };
}
