using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Chart;
using Aspire.Hosting.Kubernetes.Resources;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Kubernetes.Workloads;

/// <summary>Makes the objects of one resource of the model.</summary>
internal sealed class KubernetesResourceFactory(KubernetesEnvironmentResource environment, PipelineContext context, ChartValues values)
{
    public async Task<KubernetesResource> CreateAsync(IResource resource, CancellationToken cancellationToken)
    {
        EndpointReference[] endpoints = resource is IResourceWithEndpoints owner ? [.. owner.GetEndpoints()] : [];
        var container = new ContainerFactory(environment, values).Create(resource, endpoints);
        var writer = new HelmValueWriter(resource, values);
        foreach (var argument in await ResourceCallbacks.ArgumentsAsync(resource, context.ExecutionContext, context.Logger, cancellationToken))
        {
            container.Args.Add((await writer.WriteAsync(argument, cancellationToken)).Text);
        }

        var variables = await VariableObjects.CreateAsync(resource, context, values, writer, cancellationToken);
        variables.AddTo(container);

        var template = PodTemplate(resource, container);
        var created = new KubernetesResource(resource.Name, environment)
        {
            ConfigMap = variables.ConfigMap,
            Secret = variables.Secret,
            Service = ServiceObject.Create(resource, endpoints, environment, values),
            Workload = resource is IResourceWithConnectionString ? StatefulSetOf(resource, template) : DeploymentOf(resource, template),
        };
        created.AdditionalResources.AddRange(VolumeObjects.AddTo(template.Spec, container, resource, environment));
        return created;
    }

    private static PodTemplateSpecV1 PodTemplate(IResource resource, ContainerV1 container)
    {
        var template = new PodTemplateSpecV1();
        ObjectLabels.AddTo(template.Metadata, resource.Name);
        template.Spec.Containers.Add(container);
        return template;
    }

    private static Deployment DeploymentOf(IResource resource, PodTemplateSpecV1 template)
    {
        var deployment = new Deployment
        {
            Metadata = { Name = ObjectNames.Of(resource, "deployment") },
            Spec = { Template = template, Replicas = resource.GetReplicaCount() },
        };
        ObjectLabels.AddTo(deployment.Spec.Selector.MatchLabels, resource.Name);
        return deployment;
    }

    /// <summary>What others connect to by a connection string keeps data, so it needs a name and a disk of its own.</summary>
    private static StatefulSet StatefulSetOf(IResource resource, PodTemplateSpecV1 template)
    {
        var statefulSet = new StatefulSet
        {
            Metadata = { Name = ObjectNames.Of(resource, "statefulset") },
            Spec = { Template = template, ServiceName = ObjectNames.Service(resource), Replicas = resource.GetReplicaCount() },
        };
        ObjectLabels.AddTo(statefulSet.Spec.Selector.MatchLabels, resource.Name);
        return statefulSet;
    }
}
