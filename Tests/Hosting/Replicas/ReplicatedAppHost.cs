using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting.Replicas;

/// <summary>
/// The whole system with two replicas of ApiService and the quotas of the product. Tests may look at its processes and kill
/// them, so those that share it run one after the other, and begin with <see cref="WaitForReplicasAsync"/>.
/// </summary>
public sealed class ReplicatedAppHost : IAsyncLifetime
{
    private const int ReplicaCount = 2;

    /// <summary>On every process of this application, to tell it from those of other tests.</summary>
    private const string Mark = "APPLICATION_OF_THE_TESTS";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string mark = Guid.NewGuid().ToString("N");

    public DistributedApplication Application { get; private set; } = null!;

    public ServiceProcess Web => ProcessesOf("WebFrontend.dll").Single();

    public async ValueTask InitializeAsync() => Application = await StartedAppHost.StartAsync(Change);

    public ValueTask DisposeAsync() => Application.DisposeAsync();

    /// <summary>The replicas of ApiService that run at this moment.</summary>
    public IReadOnlyList<ServiceProcess> Replicas() => ProcessesOf("ApiService.dll");

    /// <summary>Both replicas, once each of them is ready and has everything that it needs, Redis included.</summary>
    public async Task<IReadOnlyList<ServiceProcess>> WaitForReplicasAsync()
    {
        IReadOnlyList<ServiceProcess> replicas = [];
        await Eventually.IsTrueAsync(
            async () =>
            {
                replicas = Replicas();
                return replicas.Count == ReplicaCount && (await Task.WhenAll(replicas.Select(IsReadyAsync))).All(static isReady => isReady);
            },
            Patience);
        return replicas;
    }

    /// <summary>Kills a process of this application; the AppHost starts it again.</summary>
    public void Kill(int processId)
    {
        Assert.Contains(processId, ProcessIds());
        ProcessTable.Kill(processId);
    }

    /// <summary>The processes of all resources.</summary>
    public IReadOnlyList<int> ProcessIds() =>
    [
        .. ProcessTable.ChildrenOf(Environment.ProcessId)
            .Where(guard => ProcessTable.Variable(guard, Mark) == mark)
            .SelectMany(ProcessTable.ChildrenOf)
            .Where(static id => ProcessTable.IsRunning(id) && !ProcessTable.CommandLine(id).StartsWith("/bin/sh", StringComparison.Ordinal)),
    ];

    /// <summary>Whether a service answers that it is ready, and without any part degraded.</summary>
    private static async Task<bool> IsReadyAsync(ServiceProcess replica)
    {
        using var client = new HttpClient { BaseAddress = replica.Address, Timeout = Patience };
        try
        {
            var health = await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);
            return health.StartsWith("{\"status\":\"Healthy\"", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private List<ServiceProcess> ProcessesOf(string file) =>
    [
        .. ProcessIds()
            .Where(id => ProcessTable.CommandLine(id).Contains(file, StringComparison.Ordinal))
            .Select(static id => new ServiceProcess(id, new Uri(ProcessTable.Variable(id, "ASPNETCORE_URLS")!))),
    ];

    private void Change(IDistributedApplicationBuilder builder)
    {
        builder.CreateResourceBuilder<ProjectResource>("api").WithReplicas(ReplicaCount).WithEnvironment("Jobs__Lease", "00:00:02");
        foreach (var resource in builder.Resources.OfType<IResourceWithEnvironment>())
        {
            builder.CreateResourceBuilder(resource).WithEnvironment(Mark, mark);
        }
    }
}
