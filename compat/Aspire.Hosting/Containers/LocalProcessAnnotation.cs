namespace Aspire.Hosting.ApplicationModel;

/// <summary>How to run a resource that is a container in Aspire as a process of this machine. Without it a container cannot run here.</summary>
internal sealed class LocalProcessAnnotation : IResourceAnnotation
{
    /// <summary>File names that are looked for in <c>PATH</c>; the first that exists is run.</summary>
    public required IReadOnlyList<string> ExecutableNames { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>
    /// Written to the process when it starts, then closed. Secrets travel this way, because everybody on the machine can read command lines.
    /// The context names the resource as caller and holds the instance's target ports.
    /// </summary>
    public required Func<ValueProviderContext, CancellationToken, ValueTask<string>> StandardInput { get; init; }

    /// <summary>The one line that is logged when no executable is found: what is missing, how to get it, and what works without it.</summary>
    public required string MissingExecutableMessage { get; init; }
}
