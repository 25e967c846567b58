using System.Collections.Concurrent;
using System.Globalization;
using Aspire.Dashboard.Resources;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard;

/// <summary>Tells the dashboard of every resource, as it is and as it changes.</summary>
internal sealed class DashboardFeed(ResourceNotificationService notifications, SecretValues secrets)
{
    private readonly ConcurrentDictionary<string, string> instances = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The instance that the dashboard calls by a name.</summary>
    public string InstanceOf(string name) => instances.GetValueOrDefault(name, name);

    public async Task RunAsync(DashboardResources resources, CancellationToken cancellationToken)
    {
        await foreach (var change in notifications.WatchAsync(cancellationToken))
        {
            resources.Update(await DescribeAsync(change, cancellationToken));
        }
    }

    private async Task<Aspire.Dashboard.Resources.DashboardResource> DescribeAsync(ResourceEvent change, CancellationToken cancellationToken)
    {
        var (resource, snapshot) = (change.Resource, change.Snapshot);
        var isReplica = resource.GetReplicaCount() > 1;
        var name = isReplica ? change.ResourceId : resource.Name;
        instances[name] = change.ResourceId;
        return new Aspire.Dashboard.Resources.DashboardResource
        {
            Name = name,
            DisplayName = name,
            Type = TypeOf(resource, snapshot),
            ReplicaOf = isReplica ? resource.Name : null,
            IsHidden = resource is DashboardResource,
            State = snapshot.State?.Text,
            StateStyle = ResourceStates.StyleOf(snapshot),
            Health = snapshot.HealthStatus?.ToString(),
            ExitCode = snapshot.ExitCode,
            StartedAt = Text(snapshot.StartTimeStamp),
            StoppedAt = Text(snapshot.StopTimeStamp),
            Source = SourceOf(resource),
            Urls = [.. snapshot.Urls.Select(static url => new ResourceUrl(url.Name, url.Url, url.IsInternal))],
            HealthReports = [.. snapshot.HealthReports.Select(static report =>
                new ResourceHealthReport(report.Name, report.Status?.ToString(), report.Description ?? report.ExceptionText, Text(report.LastRunAt)))],
            Relationships = [.. RelationshipsOf(resource)],
            Commands = LaunchableCommands(resource, snapshot),
            WaitingFor = snapshot.State?.Text == KnownResourceStates.Waiting ? [.. WaitsOf(resource)] : [],
            Environment = await VariablesAsync(resource, snapshot, cancellationToken),
        };
    }

    private static string TypeOf(IResource resource, CustomResourceSnapshot snapshot) => resource switch
    {
        ProjectResource => "Project",
        ContainerResource => "Container",
        ExecutableResource => "Executable",
        ParameterResource => "Parameter",
        _ => snapshot.ResourceType,
    };

    private static string? SourceOf(IResource resource) => resource switch
    {
        ProjectResource => resource.Annotations.OfType<IProjectMetadata>().LastOrDefault()?.ProjectPath,
        ExecutableResource executable => executable.Command,
        _ when resource.TryGetLastAnnotation<LocalProcessAnnotation>(out var local) => local.ExecutableNames is [var first, ..] ? first : null,
        _ => null,
    };

    private static IEnumerable<ResourceRelationship> RelationshipsOf(IResource resource) => resource.Annotations
        .OfType<ResourceRelationshipAnnotation>().Select(static one => new ResourceRelationship(one.Type, one.Resource.Name)).Distinct();

    private static IEnumerable<string> WaitsOf(IResource resource) =>
        resource.Annotations.OfType<WaitAnnotation>().Select(static wait => wait.Resource.Name).Distinct(StringComparer.Ordinal);

    private static IReadOnlyList<ResourceCommand> LaunchableCommands(IResource resource, CustomResourceSnapshot snapshot) =>
        Orchestration.Instances.LaunchPlanner.CanRun(resource) ? ResourceStates.CommandsOf(snapshot) : [];

    private async Task<IReadOnlyList<ResourceVariable>> VariablesAsync(IResource resource, CustomResourceSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (resource is ParameterResource parameter)
        {
            return [new ResourceVariable("value", await SecretValues.ValueOfAsync(parameter, cancellationToken), parameter.Secret)];
        }

        var variables = new List<ResourceVariable>();
        foreach (var variable in snapshot.EnvironmentVariables.OrderBy(static variable => variable.Name, StringComparer.Ordinal))
        {
            variables.Add(new ResourceVariable(variable.Name, variable.Value, await secrets.IsInAsync(variable.Name, variable.Value, cancellationToken)));
        }

        return variables;
    }

    private static string? Text(DateTime? time) => time?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
