namespace Aspire.Hosting.Publishing;

/// <summary>A named part of publishing. Asking for a step runs what it depends on first.</summary>
internal sealed record PipelineStep(string Name, Func<PipelineContext, CancellationToken, Task> RunAsync, params IReadOnlyList<string> DependsOn);
