using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Workloads;
using Aspire.Hosting.Kubernetes.Yaml;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Kubernetes.Chart;

/// <summary>Writes the chart of a model: what describes it, its values, and a folder of templates for each resource.</summary>
internal sealed class HelmChartPublisher(KubernetesEnvironmentResource environment, PipelineContext context)
{
    private readonly string folder = context.OutputPathOf(environment);
    private readonly ChartValues values = new();

    /// <exception cref="DistributedApplicationException">The model asks for what this stand-in does not publish.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (environment.DashboardEnabled)
        {
            throw new DistributedApplicationException(
                $"This stand-in for Aspire publishes no dashboard: call WithDashboard(false) on '{environment.Name}'.");
        }

        foreach (var resource in context.Resources.Where(static resource => resource is ProjectResource or ContainerResource))
        {
            var created = await new KubernetesResourceFactory(environment, context, values).CreateAsync(resource, cancellationToken);
            foreach (var customization in resource.Annotations.OfType<KubernetesServiceCustomizationAnnotation>())
            {
                customization.Configure(created);
            }

            foreach (var part in created.All)
            {
                ObjectLabels.AddTo(part.Metadata, resource.Name);
                await WriteTemplateAsync(resource.Name, ObjectNames.FileOf(resource.Name, part.Metadata.Name!), part, cancellationToken);
            }
        }

        foreach (var ingress in context.Resources.OfType<KubernetesIngressResource>().Where(ingress => ingress.Parent == environment))
        {
            await WriteTemplateAsync(ingress.Name, $"{ingress.Name}.yaml", IngressObject.Create(ingress), cancellationToken);
        }

        await WriteAsync("Chart.yaml", YamlText.Of(ChartDescription.Of(environment, context.ApplicationName)), cancellationToken);
        await WriteAsync("values.yaml", YamlText.Of(values.Sections), cancellationToken);
    }

    private Task WriteTemplateAsync(string resourceName, string fileName, object content, CancellationToken cancellationToken) =>
        WriteAsync(Path.Combine("templates", resourceName, fileName), $"---\n{YamlText.Of(content)}", cancellationToken);

    private Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var fullPath = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
        return File.WriteAllTextAsync(fullPath, text, cancellationToken);
    }
}
