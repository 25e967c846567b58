using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

[DebuggerDisplay("{Name}: {UriScheme} {Port} -> {TargetPort}")]
public sealed class EndpointAnnotation : IResourceAnnotation
{
    private readonly TaskCompletionSource<AllocatedEndpoint> allocation = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int? port;
    private int? targetPort;
    private string? transport;
    private bool? tlsEnabled;

    public EndpointAnnotation(
        ProtocolType protocol,
        string? uriScheme = null,
        string? transport = null,
        string? name = null,
        int? port = null,
        int? targetPort = null,
        bool? isExternal = null,
        bool? isProxied = null)
    {
        Protocol = protocol;
        UriScheme = uriScheme ?? protocol.ToString().ToLowerInvariant();
        Name = name ?? UriScheme;
        ModelName.Validate("Endpoint", Name);
        this.transport = transport;
        this.port = port;
        this.targetPort = targetPort;
        IsExternal = isExternal ?? false;
        IsProxied = isProxied ?? true;
    }

    public string Name { get; set; }

    public string UriScheme { get; set; }

    public ProtocolType Protocol { get; set; }

    public string Transport
    {
        get => transport ?? (UriScheme is "http" or "https" ? "http" : Protocol.ToString().ToLowerInvariant());
        set => transport = value;
    }

    /// <summary>The port that callers use. Without a proxy it is also the port that the process listens on.</summary>
    public int? Port
    {
        get => port ?? (IsProxied ? null : targetPort);
        set => port = value;
    }

    /// <summary>The port that the process listens on; with a proxy in front each replica gets its own.</summary>
    public int? TargetPort
    {
        get => targetPort ?? (IsProxied ? null : port);
        set => targetPort = value;
    }

    public string TargetHost { get; set; } = "localhost";

    public bool IsExternal { get; set; }

    public bool IsProxied { get; set; }

    public bool ExcludeReferenceEndpoint { get; set; }

    public bool TlsEnabled
    {
        get => tlsEnabled ?? string.Equals(UriScheme, "https", StringComparison.Ordinal);
        set => tlsEnabled = value;
    }

    /// <summary>Null until the runner has chosen an address. It is chosen once: what was told to one process has to stay true.</summary>
    [DisallowNull]
    public AllocatedEndpoint? AllocatedEndpoint
    {
        get => allocation.Task.IsCompletedSuccessfully ? allocation.Task.Result : null;
        set
        {
            if (!allocation.TrySetResult(value))
            {
                throw new InvalidOperationException($"The endpoint '{Name}' is already allocated.");
            }
        }
    }

    /// <summary>The variable that tells the process its target port, as given by the <c>env</c> argument of <c>WithEndpoint</c>.</summary>
    internal string? TargetPortEnvironmentVariable { get; set; }

    /// <summary>Completes when an address is chosen, or fails with the reason why there will be none.</summary>
    internal Task<AllocatedEndpoint> Allocation => allocation.Task;

    internal bool TryFailAllocation(Exception exception) => allocation.TrySetException(exception);
}
