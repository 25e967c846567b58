using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Kubernetes;

internal sealed record IngressPath(string Path, EndpointReference Endpoint, IngressPathType Type);
