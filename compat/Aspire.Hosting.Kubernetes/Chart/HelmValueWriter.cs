using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Kubernetes.Chart;

/// <summary>Writes values as expressions of a chart, for one resource.</summary>
internal sealed class HelmValueWriter(IResource resource, ChartValues values) : PublishedValueWriter
{
    protected override PublishedValue Endpoint(EndpointReferenceExpression property)
    {
        var endpoint = property.Endpoint;
        var host = ObjectNames.Service(endpoint.Resource);
        var port = new ServicePort(endpoint, values);
        var text = property.Property switch
        {
            EndpointProperty.Url => $"{endpoint.Scheme}://{host}:{port.Public}",
            EndpointProperty.Host or EndpointProperty.IPV4Host => host,
            EndpointProperty.Port => port.Public,
            EndpointProperty.HostAndPort => $"{host}:{port.Public}",
            EndpointProperty.TargetPort => port.Target,
            EndpointProperty.Scheme => endpoint.Scheme,
            EndpointProperty.TlsEnabled => endpoint.EndpointAnnotation.TlsEnabled.ToString(),
            _ => throw new NotSupportedException($"The property '{property.Property}' cannot be published."),
        };
        return new PublishedValue(text, IsExpression: text.Contains("{{", StringComparison.Ordinal));
    }

    protected override PublishedValue Parameter(ParameterResource parameter, string? format)
    {
        var path = parameter.Secret
            ? values.AddSecret(resource.Name, parameter.Name)
            : values.AddConfig(resource.Name, parameter.Name, (parameter.Default as ConstantParameterDefault)?.GetDefaultValue() ?? string.Empty);
        return new PublishedValue(format is null ? HelmExpression.Of(path) : HelmExpression.EncodedOf(path), parameter.Secret, IsExpression: true);
    }
}
