using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder innerBuilder;
    private readonly ResourceCollection resources = [];
    private bool isBuilt;

    public DistributedApplicationBuilder(string[] args)
        : this(new DistributedApplicationOptions { Args = args })
    {
    }

    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        var settings = new HostApplicationBuilderSettings { Args = options.Args };
        DistributedApplicationAnnouncements.BuilderConstructing(options, settings);

        // ASPIRE_ENVIRONMENT and its like come first, so that DOTNET_ variables and arguments override them.
        settings.Configuration ??= new ConfigurationManager();
        settings.Configuration.AddEnvironmentVariables("ASPIRE_");
        innerBuilder = new HostApplicationBuilder(settings);
        innerBuilder.Configuration.AddCommandLine(options.Args ?? [], RequestedOperation.Switches);
        ExecutionContext = new DistributedApplicationExecutionContext(RequestedOperation.Read(innerBuilder.Configuration))
        {
            PublisherName = innerBuilder.Configuration["Publishing:Publisher"] ?? RequestedOperation.ManifestPublisher,
        };

        AppHostAssembly = options.LoadAssembly();
        var location = AppHostLocation.Create(options, AppHostAssembly, innerBuilder.Environment.ContentRootPath);
        location.WriteTo(innerBuilder.Configuration, ExecutionContext);
        AppHostDirectory = location.Directory;
        AppHostPath = location.Path;

        innerBuilder.AddApplicationModel(options, ExecutionContext, Eventing, resources);
        DistributedApplicationAnnouncements.BuilderConstructed(this);
    }

    public ConfigurationManager Configuration => innerBuilder.Configuration;

    public string AppHostDirectory { get; }

    /// <summary>The full path of the AppHost's project file.</summary>
    public string AppHostPath { get; }

    public Assembly? AppHostAssembly { get; }

    public IHostEnvironment Environment => innerBuilder.Environment;

    public IServiceCollection Services => innerBuilder.Services;

    public DistributedApplicationExecutionContext ExecutionContext { get; }

    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    public IResourceCollection Resources => resources;

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        if (resources.TryGetByName(resource.Name, out var existing))
        {
            throw new DistributedApplicationException(
                $"Cannot add resource of type '{resource.GetType()}' with name '{resource.Name}' because resource of type '{existing.GetType()}' with that name already exists. Resource names are case-insensitive.");
        }

        resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => new DistributedApplicationResourceBuilder<T>(this, resource);

    public DistributedApplication Build()
    {
        if (isBuilt)
        {
            throw new InvalidOperationException("Build can only be called once.");
        }

        isBuilt = true;
        DistributedApplicationAnnouncements.ApplicationBuilding(this);
        var application = new DistributedApplication(innerBuilder.Build());
        ExecutionContext.Services = application.Services;
        DistributedApplicationAnnouncements.ApplicationBuilt(application);
        return application;
    }
}
