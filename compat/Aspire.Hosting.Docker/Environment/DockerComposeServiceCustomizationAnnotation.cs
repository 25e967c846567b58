using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Docker.Resources.ComposeNodes;

namespace Aspire.Hosting.Docker;

internal sealed record DockerComposeServiceCustomizationAnnotation(Action<DockerComposeServiceResource, Service> Configure) : IResourceAnnotation;
