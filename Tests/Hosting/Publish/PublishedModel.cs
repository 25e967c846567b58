using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Tests.Hosting.Publish;

/// <summary>What is written for a model, in a temporary folder.</summary>
internal sealed class PublishedModel : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("published-");

    private PublishedModel()
    {
    }

    public string Folder => folder.FullName;

    /// <summary>The files, with paths relative to the folder.</summary>
    public IEnumerable<string> Files =>
        folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file.FullName)).Order(StringComparer.Ordinal);

    /// <summary>Writes the chart of a model for a cluster.</summary>
    public static Task<PublishedModel> WriteChartAsync(
        Action<IDistributedApplicationBuilder, IResourceBuilder<KubernetesEnvironmentResource>> describe) =>
        WriteAsync(builder => describe(builder, builder.AddKubernetesEnvironment("k8s").WithDashboard(enabled: false)));

    public static Task<PublishedModel> WriteAsync(Action<IDistributedApplicationBuilder> describe) =>
        WriteAsync(describe, "--operation", "publish", "--step", "publish");

    public static async Task<PublishedModel> WriteAsync(Action<IDistributedApplicationBuilder> describe, params string[] args)
    {
        var published = new PublishedModel();
        try
        {
            var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
            {
                Args = [.. args, "--output-path", published.Folder],
                ProjectDirectory = "/nowhere/Shop.AppHost",
            });
            builder.Environment.ApplicationName = "Shop.AppHost";
            builder.Services.AddLogging(static logging => logging.ClearProviders());
            describe(builder);
            await using var application = builder.Build();
            await application.RunAsync(TestContext.Current.CancellationToken);
            return published;
        }
        catch
        {
            published.Dispose();
            throw;
        }
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public void Dispose() => folder.Delete(recursive: true);
}
