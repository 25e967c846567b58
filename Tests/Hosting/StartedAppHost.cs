using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tests.Hosting;

/// <summary>Starts the system that <c>AppHost.cs</c> describes, on ports of its own and with secrets of the tests.</summary>
internal static class StartedAppHost
{
    public const string AdminKey = "key-of-the-tests";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Given here, so that none is written to the developer's user secrets.</summary>
    private static readonly string[] Secrets = [$"--Parameters:adminkey={AdminKey}", "--Parameters:cache-password=password-of-the-tests"];

    /// <param name="change">What the test wants otherwise than the AppHost.</param>
    /// <param name="withDashboard">Whether there is a dashboard, on ports of its own too.</param>
    public static async Task<DistributedApplication> StartAsync(Action<IDistributedApplicationBuilder> change, bool withDashboard = false)
    {
        using var patience = new CancellationTokenSource(Patience);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            Secrets, (options, _) => options.DisableDashboard = !withDashboard, patience.Token);
        change(builder);
        builder.Services.AddLogging(static logging => logging.ClearProviders());
        var started = await builder.BuildAsync(patience.Token);
        await started.StartAsync(patience.Token);
        await Task.WhenAll(
            started.ResourceNotifications.WaitForResourceHealthyAsync("cache", patience.Token),
            started.ResourceNotifications.WaitForResourceHealthyAsync("web", patience.Token));
        return started;
    }

    /// <summary>A change for systems that several tests share, who together are one anonymous caller.</summary>
    public static void LiftQuota(IDistributedApplicationBuilder builder) =>
        builder.CreateResourceBuilder<ProjectResource>("api").WithEnvironment("RateLimiting__Anonymous__PermitLimit", "100000");
}
