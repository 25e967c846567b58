using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Orchestration.Volumes;

/// <summary>
/// The folders of this machine that stand in for the volumes of containers: among the user's local application data, or, in
/// tests, in a folder that goes with the application.
/// </summary>
internal sealed partial class VolumeFolders(IConfiguration configuration) : IDisposable
{
    /// <summary>Setting that makes every volume a temporary one.</summary>
    public const string TemporarySetting = "Compat:TemporaryVolumes";

    private const string Root = "aspire-volumes";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly Lazy<DirectoryInfo> temporary = new(static () => Directory.CreateTempSubdirectory($"{Root}-"));

    /// <summary>The folder of a volume, made if it is not there yet.</summary>
    /// <exception cref="DistributedApplicationException">The name is none that a volume can have.</exception>
    public string Open(string volume)
    {
        if (!VolumeName().IsMatch(volume))
        {
            throw new DistributedApplicationException($"'{volume}' is no name of a volume: letters, digits, '_', '.' and '-' are allowed.");
        }

        var root = configuration.GetValue<bool>(TemporarySetting)
            ? temporary.Value.FullName
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), Root);
        return CreateFolder(Path.Combine(root, volume));
    }

    public void Dispose()
    {
        if (temporary.IsValueCreated)
        {
            temporary.Value.Delete(recursive: true);
        }
    }

    private static string CreateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, OwnerOnly).FullName;

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9_.-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VolumeName();
}
