using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing.Manifest;

namespace Aspire.Hosting.Publishing;

/// <summary>The steps that a model has, and the order in which they run.</summary>
internal sealed class PipelineSteps
{
    public const string Publish = "publish";

    public const string PublishManifest = "publish-manifest";

    private readonly Dictionary<string, PipelineStep> steps = new(StringComparer.OrdinalIgnoreCase);

    public PipelineSteps(DistributedApplicationModel model)
    {
        PipelineStep[] environments = [.. model.Resources
            .OfType<IComputeEnvironmentResource>()
            .SelectMany(static environment => environment.Annotations.OfType<PipelineStepAnnotation>())
            .Select(static annotation => annotation.Step)];
        foreach (var step in environments)
        {
            steps.Add(step.Name, step);
        }

        steps.Add(Publish, new PipelineStep(Publish, RequireEnvironment(environments), [.. environments.Select(static step => step.Name)]));
        steps.Add(PublishManifest, new PipelineStep(PublishManifest, ManifestStep.RunAsync));
    }

    public string Names => string.Join(", ", steps.Keys.Order(StringComparer.Ordinal));

    /// <summary>A step after those that it depends on.</summary>
    /// <exception cref="DistributedApplicationException">No step has this name.</exception>
    public IEnumerable<PipelineStep> InOrder(string name) =>
        steps.TryGetValue(name, out var step)
            ? step.DependsOn.SelectMany(InOrder).Append(step).Distinct()
            : throw new DistributedApplicationException($"Step '{name}' not found in pipeline. Available steps: {Names}.");

    private static Func<PipelineContext, CancellationToken, Task> RequireEnvironment(PipelineStep[] environments) =>
        (_, _) => environments.Length > 0
            ? Task.CompletedTask
            : throw new DistributedApplicationException(
                "There is nothing to publish to: the model has no compute environment. Add one, or ask for the manifest by '--publisher manifest'.");
}
