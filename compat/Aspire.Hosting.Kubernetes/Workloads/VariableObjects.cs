using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Chart;
using Aspire.Hosting.Kubernetes.Resources;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Kubernetes.Workloads;

/// <summary>The variables of a container: those that contain a secret in a Secret, the others in a ConfigMap.</summary>
internal sealed record VariableObjects(ConfigMap? ConfigMap, Secret? Secret)
{
    public static async Task<VariableObjects> CreateAsync(
        IResource resource, PipelineContext context, ChartValues values, HelmValueWriter writer, CancellationToken cancellationToken)
    {
        var config = new ConfigMap { Metadata = { Name = ObjectNames.Of(resource, "config") } };
        var secret = new Secret { Metadata = { Name = ObjectNames.Of(resource, "secrets") } };
        foreach (var (name, value) in await ResourceCallbacks.EnvironmentAsync(resource, context.ExecutionContext, context.Logger, cancellationToken))
        {
            if (HttpsDiscovery.IsVariable(name))
            {
                continue;
            }

            var published = await writer.WriteAsync(value, cancellationToken);
            if (published.IsSecret)
            {
                values.AddSecret(resource.Name, name);
                secret.StringData[name] = published.Text;
            }
            else
            {
                var path = values.AddConfig(resource.Name, name, published.IsExpression ? string.Empty : published.Text);
                config.Data[name] = published.IsExpression ? published.Text : HelmExpression.Of(path);
            }
        }

        return new VariableObjects(config.Data.Count > 0 ? config : null, secret.StringData.Count > 0 ? secret : null);
    }

    public void AddTo(ContainerV1 container)
    {
        if (ConfigMap is not null)
        {
            container.EnvFrom.Add(new EnvFromSourceV1 { ConfigMapRef = new ConfigMapEnvSourceV1 { Name = ConfigMap.Metadata.Name } });
        }

        if (Secret is not null)
        {
            container.EnvFrom.Add(new EnvFromSourceV1 { SecretRef = new SecretEnvSourceV1 { Name = Secret.Metadata.Name } });
        }
    }
}
