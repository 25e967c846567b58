using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>What the arguments of an AppHost ask for: to run the application, or to write what deploys it.</summary>
internal static class RequestedOperation
{
    public const string ManifestPublisher = "manifest";

    /// <summary>The switches that <c>aspire</c>, <c>azd</c> and MSBuild give, and the settings that they stand for.</summary>
    public static readonly Dictionary<string, string> Switches = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--operation"] = "AppHost:Operation",
        ["--publisher"] = "Publishing:Publisher",
        ["--step"] = "Pipeline:Step",
        ["--output-path"] = "Pipeline:OutputPath",
        ["--list-steps"] = "Pipeline:ListSteps",
    };

    /// <summary>A publisher alone is a wish to publish too.</summary>
    public static DistributedApplicationOperation Read(IConfiguration configuration)
    {
        var operation = configuration["AppHost:Operation"];
        return Enum.TryParse<DistributedApplicationOperation>(operation, ignoreCase: true, out var requested)
            ? requested
            : operation is not null
                ? throw new DistributedApplicationException($"The operation '{operation}' is not supported. It is one of run, publish.")
                : configuration["Publishing:Publisher"] is null ? DistributedApplicationOperation.Run : DistributedApplicationOperation.Publish;
    }
}
