using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

[DebuggerDisplay("{Resource.Name}.{EndpointName}")]
public sealed class EndpointReference : IValueProvider, IManifestExpressionProvider, IValueWithReferences
{
    private EndpointAnnotation? annotation;

    public EndpointReference(IResourceWithEndpoints owner, string endpointName)
    {
        Resource = owner;
        EndpointName = endpointName;
    }

    internal EndpointReference(IResourceWithEndpoints owner, EndpointAnnotation endpoint)
        : this(owner, endpoint.Name) => annotation = endpoint;

    public IResourceWithEndpoints Resource { get; }

    public string EndpointName { get; }

    /// <summary>False while nothing has defined the endpoint: a reference may be taken before that.</summary>
    public bool Exists => FindAnnotation() is not null;

    public bool IsAllocated => FindAnnotation()?.AllocatedEndpoint is not null;

    public bool IsHttp => string.Equals(Scheme, "http", StringComparison.OrdinalIgnoreCase);

    public bool IsHttps => string.Equals(Scheme, "https", StringComparison.OrdinalIgnoreCase);

    public string Scheme => EndpointAnnotation.UriScheme;

    public string Host => AllocatedEndpoint.Address;

    public int Port => AllocatedEndpoint.Port;

    public int? TargetPort => EndpointAnnotation.TargetPort;

    public string Url => AllocatedEndpoint.UriString;

    public string ValueExpression => Property(EndpointProperty.Url).ValueExpression;

    public IEnumerable<object> References => [Resource];

    internal EndpointAnnotation EndpointAnnotation =>
        FindAnnotation() ?? throw new InvalidOperationException($"The endpoint `{EndpointName}` is not defined for the resource `{Resource.Name}`.");

    private AllocatedEndpoint AllocatedEndpoint =>
        EndpointAnnotation.AllocatedEndpoint
        ?? throw new InvalidOperationException($"The endpoint `{EndpointName}` is not allocated for the resource `{Resource.Name}`.");

    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);

    public ReferenceExpression GetTlsValue(ReferenceExpression enabledValue, ReferenceExpression disabledValue) =>
        ReferenceExpression.CreateConditional(Property(EndpointProperty.TlsEnabled), bool.TrueString, enabledValue, disabledValue);

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        Property(EndpointProperty.Url).GetValueAsync(cancellationToken);

    private EndpointAnnotation? FindAnnotation() =>
        annotation ??= Resource.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(endpoint => ModelName.Comparer.Equals(endpoint.Name, EndpointName));
}
