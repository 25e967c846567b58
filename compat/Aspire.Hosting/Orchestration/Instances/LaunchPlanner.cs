using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Processes;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Instances;

/// <summary>Tells how an instance of a resource is started as a process of this machine.</summary>
internal sealed class LaunchPlanner(ResourceVariables variables, DistributedApplicationOptions options)
{
    /// <summary>These describe the AppHost itself; a project that inherited them would listen on its ports.</summary>
    private static readonly string[] NotInheritedByProjects =
        ["ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "DOTNET_LAUNCH_PROFILE", "ASPIRE_LOGLEVEL"];

    public static bool CanRun(IResource resource) => resource is ProjectResource or ExecutableResource or ContainerResource;

    /// <exception cref="DistributedApplicationException">The resource cannot run here; the message says why and what to do.</exception>
    public async Task<ProcessSpecification> PlanAsync(
        IResource resource, ReplicaContext replica, ILogger logger, CancellationToken cancellationToken)
    {
        var environment = await variables.EnvironmentAsync(resource, replica, logger, cancellationToken);
        var arguments = await variables.ArgumentsAsync(resource, replica, logger, cancellationToken);
        return resource switch
        {
            ProjectResource project => Project(project, arguments, environment),
            ExecutableResource executable =>
                new ProcessSpecification(executable.Command, arguments, executable.WorkingDirectory) { Environment = environment },
            _ when resource.TryGetLastAnnotation<LocalProcessAnnotation>(out var local) =>
                await LocalAsync(resource, local, replica, arguments, environment, cancellationToken),
            _ => throw new DistributedApplicationException(
                $"'{resource.Name}' is a container, and this stand-in for Aspire runs none. Use the real packages: -p:UseAspirePackages=true."),
        };
    }

    private ProcessSpecification Project(ProjectResource project, List<string> arguments, Dictionary<string, string> environment)
    {
        var path = project.Annotations.OfType<IProjectMetadata>().Single().ProjectPath;
        var command = FindOutput(path) is { } output
            ? (List<string>)["exec", output, .. arguments]
            : ["run", "--project", path, "--no-build", "--no-launch-profile", "--", .. arguments];
        return new ProcessSpecification(DotnetHost.Path, command, Path.GetDirectoryName(path)!)
        {
            Environment = environment,
            NotInherited = NotInheritedByProjects,
        };
    }

    /// <summary>What the AppHost's build has built the project to; starting that saves the evaluation of the project at every start.</summary>
    private string? FindOutput(string projectPath)
    {
        var output = AppHostMetadata.Find(options.LoadAssembly(), AppHostMetadata.ProjectOutputPrefix + projectPath);
        return File.Exists(output) ? output : null;
    }

    private async Task<ProcessSpecification> LocalAsync(
        IResource resource,
        LocalProcessAnnotation local,
        ReplicaContext replica,
        List<string> arguments,
        Dictionary<string, string> environment,
        CancellationToken cancellationToken)
    {
        var executable = ExecutableSearch.Find(local.ExecutableNames)
            ?? throw new DistributedApplicationException(local.MissingExecutableMessage);
        return new ProcessSpecification(executable, [.. local.Arguments, .. arguments], Path.GetTempPath())
        {
            Environment = environment,
            StandardInput = await local.StandardInput(variables.ContextFor(resource, replica), cancellationToken),
        };
    }
}
