using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Docker.Compose;

/// <summary>Writes values for a Compose file, where services call each other by name and a dollar sign begins a placeholder.</summary>
internal sealed class ComposeValueWriter(ComposeVariables variables) : PublishedValueWriter
{
    protected override PublishedValue Endpoint(EndpointReferenceExpression property)
    {
        var endpoint = property.Endpoint;
        var host = endpoint.Resource.Name.ToLowerInvariant();
        return new PublishedValue(property.Property switch
        {
            EndpointProperty.Url => $"{endpoint.Scheme}://{host}:{Port()}",
            EndpointProperty.Host or EndpointProperty.IPV4Host => host,
            EndpointProperty.Port or EndpointProperty.TargetPort => Port(),
            EndpointProperty.HostAndPort => $"{host}:{Port()}",
            EndpointProperty.Scheme => endpoint.Scheme,
            EndpointProperty.TlsEnabled => endpoint.EndpointAnnotation.TlsEnabled.ToString(),
            _ => throw new NotSupportedException($"The property '{property.Property}' cannot be published."),
        });

        string Port() => ComposePort.Of(endpoint, variables);
    }

    /// <summary>Compose cannot encode a value for an address, so there it is written as it is given.</summary>
    protected override PublishedValue Parameter(ParameterResource parameter, string? format)
    {
        var value = (parameter.Default as ConstantParameterDefault)?.GetDefaultValue() ?? string.Empty;
        return new PublishedValue(variables.Add(parameter.Name, $"Parameter {parameter.Name}", value), parameter.Secret, IsExpression: true);
    }

    protected override PublishedValue Literal(string text) => new(text.Replace("$", "$$", StringComparison.Ordinal));
}
