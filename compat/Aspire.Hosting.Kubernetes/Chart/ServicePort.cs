using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Resources;

namespace Aspire.Hosting.Kubernetes.Chart;

/// <summary>The ports of an endpoint. The default ones of a project are a value of the chart, one for http and https, which ends before the service.</summary>
internal sealed class ServicePort(EndpointReference endpoint, ChartValues values)
{
    private const int DefaultPort = 8080;

    /// <summary>What callers connect to.</summary>
    public string Public => Text(endpoint.EndpointAnnotation.Port ?? endpoint.TargetPort);

    /// <summary>What the container listens on.</summary>
    public string Target => Text(endpoint.TargetPort);

    public Int32OrStringV1 PublicNumber => Number(endpoint.EndpointAnnotation.Port ?? endpoint.TargetPort);

    public Int32OrStringV1 TargetNumber => Number(endpoint.TargetPort);

    private bool IsDefault => DefaultEndpoints.IsDefault(endpoint);

    private string Value => values.AddParameter(endpoint.Resource.Name, "port_http", DefaultPort);

    private string Text(int? port) => IsDefault ? HelmExpression.Of(Value) : Required(port).ToString(CultureInfo.InvariantCulture);

    private Int32OrStringV1 Number(int? port) => IsDefault ? new Int32OrStringV1(HelmExpression.NumberOf(Value)) : new Int32OrStringV1(Required(port));

    private int Required(int? port) => port ?? throw new DistributedApplicationException(
        $"The endpoint '{endpoint.EndpointName}' of '{endpoint.Resource.Name}' needs a target port to be published.");
}
