using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>The step that a compute environment adds to <c>publish</c>.</summary>
internal sealed record PipelineStepAnnotation(PipelineStep Step) : IResourceAnnotation;
