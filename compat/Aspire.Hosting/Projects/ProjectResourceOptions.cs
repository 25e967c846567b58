namespace Aspire.Hosting;

public class ProjectResourceOptions
{
    /// <summary>Null: the profile that the AppHost itself runs with, or the project's first.</summary>
    public string? LaunchProfileName { get; set; }

    public bool ExcludeLaunchProfile { get; set; }
}
