using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.ApplicationModel;

[Experimental("ASPIREPROBES001")]
[DebuggerDisplay("{Type} {Path}")]
public sealed class EndpointProbeAnnotation : IResourceAnnotation
{
    public required ProbeType Type { get; init; }

    public required EndpointReference EndpointReference { get; init; }

    public required string Path { get; init; }

    public int InitialDelaySeconds { get; init; } = 5;

    public int PeriodSeconds { get; init; } = 5;

    public int TimeoutSeconds { get; init; } = 1;

    public int FailureThreshold { get; init; } = 3;

    public int SuccessThreshold { get; init; } = 1;
}
