using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(AppHostFixture))]

namespace Tests.Hosting;

/// <summary>The whole system as <c>AppHost.cs</c> describes it, started once for all tests that need it, and only if one does.</summary>
public sealed class AppHostFixture : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Secrets of the test's own, so that none is written to the developer's user secrets.</summary>
    private static readonly string[] Secrets = ["--Parameters:adminkey=key-of-the-tests", "--Parameters:cache-password=password-of-the-tests"];

    private readonly Lazy<Task<DistributedApplication>> application = new(StartAsync);

    public async Task<DistributedApplication> GetAsync() => await application.Value;

    public async ValueTask DisposeAsync()
    {
        if (application.IsValueCreated)
        {
            await (await application.Value).DisposeAsync();
        }
    }

    private static async Task<DistributedApplication> StartAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(Secrets, patience.Token);

        // All tests together are one anonymous caller.
        var api = builder.Resources.OfType<ProjectResource>().Single(resource => resource.Name == "api");
        builder.CreateResourceBuilder(api).WithEnvironment("RateLimiting__Anonymous__PermitLimit", "100000");
        builder.Services.AddLogging(static logging => logging.ClearProviders());
        var started = await builder.BuildAsync(patience.Token);
        await started.StartAsync(patience.Token);
        await Task.WhenAll(
            started.ResourceNotifications.WaitForResourceHealthyAsync("cache", patience.Token),
            started.ResourceNotifications.WaitForResourceHealthyAsync("web", patience.Token));
        return started;
    }
}
