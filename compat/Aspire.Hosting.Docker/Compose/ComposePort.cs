using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Docker.Compose;

/// <summary>The port that a container listens on. That of a project is a variable of the file.</summary>
internal static class ComposePort
{
    private const string DefaultPort = "8080";

    public static string Of(EndpointReference endpoint, ComposeVariables variables) => DefaultEndpoints.IsDefault(endpoint)
        ? variables.Add($"{endpoint.Resource.Name}_PORT", $"Default container port for {endpoint.Resource.Name}", DefaultPort)
        : endpoint.TargetPort?.ToString(CultureInfo.InvariantCulture) ?? throw new DistributedApplicationException(
            $"The endpoint '{endpoint.EndpointName}' of '{endpoint.Resource.Name}' needs a target port to be published.");
}
