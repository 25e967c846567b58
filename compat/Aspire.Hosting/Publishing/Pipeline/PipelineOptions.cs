using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Publishing;

/// <summary>Which step to run, and where its output goes.</summary>
internal sealed record PipelineOptions(string? Step, string OutputPath, bool ListSteps)
{
    private const string DefaultOutput = "aspire-output";

    public static PipelineOptions Read(IConfiguration configuration, DistributedApplicationOptions options)
    {
        var isManifest = string.Equals(configuration["Publishing:Publisher"], RequestedOperation.ManifestPublisher, StringComparison.OrdinalIgnoreCase);
        var output = configuration["Pipeline:OutputPath"]
            ?? Path.Combine(options.ProjectDirectory ?? configuration["AppHost:Directory"]!, DefaultOutput);
        return new PipelineOptions(
            configuration["Pipeline:Step"] ?? (isManifest ? PipelineSteps.PublishManifest : null),
            Path.GetFullPath(output),
            configuration.GetValue("Pipeline:ListSteps", defaultValue: false));
    }
}
