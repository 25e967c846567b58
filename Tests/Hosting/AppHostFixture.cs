using Aspire.Hosting;
using Tests.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(AppHostFixture))]

namespace Tests.Hosting;

/// <summary>The whole system as <c>AppHost.cs</c> describes it, started once for all tests that need it, and only if one does.</summary>
public sealed class AppHostFixture : IAsyncDisposable
{
    private readonly Lazy<Task<DistributedApplication>> application = new(static () => StartedAppHost.StartAsync(StartedAppHost.LiftQuota));

    public async Task<DistributedApplication> GetAsync() => await application.Value;

    public async ValueTask DisposeAsync()
    {
        if (application.IsValueCreated)
        {
            await (await application.Value).DisposeAsync();
        }
    }
}
