using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting;

/// <summary>What every project gets before the AppHost says anything about it; later calls win, because their callbacks run later.</summary>
internal static class ProjectDefaults
{
    public static IResourceBuilder<ProjectResource> WithProjectDefaults(this IResourceBuilder<ProjectResource> builder, ProjectResourceOptions options)
    {
        builder.WithTelemetry();
        var profile = options.ExcludeLaunchProfile ? null : SelectProfile(builder, options.LaunchProfileName);
        return builder.ApplicationBuilder.ExecutionContext.IsPublishMode ? builder.WithPublishedProfile(profile) : builder.WithLocalProfile(profile);
    }

    private static IResourceBuilder<ProjectResource> WithLocalProfile(this IResourceBuilder<ProjectResource> builder, LaunchProfileAnnotation? profile)
    {
        if (profile is not null)
        {
            builder.WithAnnotation(profile).WithProfileEndpoints(profile.Profile).WithProfileEnvironment(profile);
        }

        return builder.WithEnvironment(context => AspNetCoreVariables.Add(context.EnvironmentVariables, builder.Resource));
    }

    /// <summary>Of the profile a published project keeps nothing but the fact that it listens.</summary>
    private static IResourceBuilder<ProjectResource> WithPublishedProfile(this IResourceBuilder<ProjectResource> builder, LaunchProfileAnnotation? profile)
    {
        if (!string.IsNullOrEmpty(profile?.Profile.ApplicationUrl))
        {
            builder.WithDefaultEndpoints();
        }

        return builder.WithEnvironment(context => PortVariables.Add(context.EnvironmentVariables, builder.Resource));
    }

    private static LaunchProfileAnnotation? SelectProfile(IResourceBuilder<ProjectResource> builder, string? requestedName)
    {
        var metadata = builder.Resource.Annotations.OfType<IProjectMetadata>().Single();
        var settings = metadata.LaunchSettings ?? LaunchSettingsFile.Read(Path.GetDirectoryName(metadata.ProjectPath)!);
        var configuration = builder.ApplicationBuilder.Configuration;
        return LaunchProfileAnnotation.Select(
            settings,
            requestedName,
            configuration["AppHost:DefaultLaunchProfileName"] ?? configuration["DOTNET_LAUNCH_PROFILE"]);
    }

    /// <summary>The first address of a scheme is named after it, further ones are numbered: http, https, http2.</summary>
    private static IResourceBuilder<ProjectResource> WithProfileEndpoints(this IResourceBuilder<ProjectResource> builder, LaunchProfile profile)
    {
        var addresses = (profile.ApplicationUrl ?? string.Empty)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(BindingAddress.Parse);
        var countByScheme = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var address in addresses)
        {
            var count = countByScheme[address.Scheme] = countByScheme.GetValueOrDefault(address.Scheme) + 1;
            builder.WithAnnotation(new EndpointAnnotation(
                ProtocolType.Tcp,
                address.Scheme,
                name: count == 1 ? address.Scheme : $"{address.Scheme}{count}",
                port: address.Port)
            {
                TargetHost = address.Host,
            });
        }

        return builder;
    }

    private static IResourceBuilder<ProjectResource> WithProfileEnvironment(
        this IResourceBuilder<ProjectResource> builder,
        LaunchProfileAnnotation profile) =>
        builder.WithEnvironment(context =>
        {
            foreach (var (name, value) in profile.Profile.EnvironmentVariables)
            {
                context.EnvironmentVariables.TryAdd(name, value);
            }

            context.EnvironmentVariables.TryAdd("DOTNET_LAUNCH_PROFILE", profile.Name);
        });
}
