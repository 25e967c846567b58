using System.Globalization;
using Contracts;

namespace ApiService.Compatibility.Azure.Parameters;

/// <summary>
/// Which of Azure's models the caller wants. None of them is here: any version that Azure could have is answered by the engine's
/// own live model, and the answer says which that is. A custom model of Azure's does not exist here at all.
/// </summary>
internal static class ModelVersion
{
    private const string VersionName = "model-version";
    private const string CustomModelName = "model-name";
    private const string Latest = "latest";
    private const string Preview = "-preview";

    public static void Check(IQueryCollection query)
    {
        if (query.ContainsKey(CustomModelName))
        {
            throw new ProblemException(ErrorCodes.ModelNotFound, "There are no custom models here.");
        }

        if (query.TryGetValue(VersionName, out var version) && !IsVersion(version.ToString()))
        {
            throw new ProblemException(AzureErrors.BadArgument, $"The parameter {VersionName} may be {Latest} or a date as YYYY-MM-DD.");
        }
    }

    private static bool IsVersion(string version)
    {
        var name = version.EndsWith(Preview, StringComparison.Ordinal) ? version[..^Preview.Length] : version;
        return name == Latest || DateOnly.TryParseExact(name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }
}
