using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Publishing;

/// <summary>What a step reads and where it writes.</summary>
internal sealed class PipelineContext(
    DistributedApplicationModel model,
    DistributedApplicationExecutionContext executionContext,
    string applicationName,
    string outputPath,
    ILogger logger)
{
    public IReadOnlyList<IResource> Resources { get; } = [.. model.Resources];

    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;

    /// <summary>The name of the AppHost.</summary>
    public string ApplicationName { get; } = applicationName;

    public string OutputPath { get; } = outputPath;

    public ILogger Logger { get; } = logger;

    /// <summary>With several environments each has a folder of its own.</summary>
    public string OutputPathOf(IComputeEnvironmentResource environment) =>
        Resources.OfType<IComputeEnvironmentResource>().Count() > 1 ? Path.Combine(OutputPath, environment.Name) : OutputPath;
}
