using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The profile that a project was added with.</summary>
internal sealed class LaunchProfileAnnotation(string name, LaunchProfile profile) : IResourceAnnotation
{
    private static readonly string[] LaunchableCommands = ["Project", "Executable"];

    public string Name { get; } = name;

    public LaunchProfile Profile { get; } = profile;

    /// <summary>Takes the profile that is asked for, else the one that the AppHost runs with, else the first that starts the project itself.</summary>
    public static LaunchProfileAnnotation? Select(LaunchSettings? settings, string? requestedName, string? appHostProfileName)
    {
        if (requestedName is not null)
        {
            return Find(settings, requestedName)
                ?? throw new DistributedApplicationException($"Launch settings file does not contain '{requestedName}' profile.");
        }

        return Find(settings, appHostProfileName) ?? settings?.Profiles
            .Where(static entry => IsLaunchable(entry.Value))
            .Select(static entry => new LaunchProfileAnnotation(entry.Key, entry.Value))
            .FirstOrDefault();
    }

    private static LaunchProfileAnnotation? Find(LaunchSettings? settings, string? name) =>
        name is not null && settings is not null && settings.Profiles.TryGetValue(name, out var profile) ? new LaunchProfileAnnotation(name, profile) : null;

    private static bool IsLaunchable(LaunchProfile profile) =>
        string.IsNullOrEmpty(profile.CommandName) || LaunchableCommands.Contains(profile.CommandName, StringComparer.OrdinalIgnoreCase);
}
