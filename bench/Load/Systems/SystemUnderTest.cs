using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Load.Systems;

/// <summary>The system that is measured: started here, or already running.</summary>
internal sealed class SystemUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<ServiceProcess> started = [];

    private SystemUnderTest()
    {
    }

    public required Uri Api { get; init; }

    /// <summary>The process that runs the engine.</summary>
    public required Uri Engine { get; init; }

    public required IReadOnlyList<ObservedProcess> Processes { get; init; }

    /// <param name="mode">Which processes there are.</param>
    /// <param name="settings">Variables that all of them get besides.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="replicas">How many inference services there are, where there are any.</param>
    public static async Task<SystemUnderTest> StartAsync(
        EngineMode mode, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken, int replicas = 1)
    {
        // The limits on callers are not what is measured here, and the client has one address.
        var environment = new Dictionary<string, string>(settings, StringComparer.Ordinal)
        {
            ["RateLimiting__Anonymous__PermitLimit"] = "100000000",
            ["RateLimiting__Read__PermitLimit"] = "100000000",
        };
        var services = new List<ServiceProcess>();
        for (var replica = 0; mode == EngineMode.Remote && replica < replicas; replica++)
        {
            services.Add(ServiceProcess.Start("InferenceService", environment));
        }

        for (var replica = 0; replica < services.Count; replica++)
        {
            environment[string.Create(CultureInfo.InvariantCulture, $"services__inference__http__{replica}")] = services[replica].Address.OriginalString;
        }

        environment["Inference__Mode"] = mode.ToString();
        services.Add(ServiceProcess.Start("ApiService", environment));

        var system = new SystemUnderTest
        {
            Api = services[^1].Address,
            Engine = services[0].Address,
            Processes = [.. services.Select(service => service.Observed)],
        };
        system.started.AddRange(services);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await Task.WhenAll(services.Select(service => service.WaitUntilReadyAsync(patience.Token)));
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    public static SystemUnderTest Running(Uri api, Uri? engine, IEnumerable<int> processes) => new()
    {
        Api = api,
        Engine = engine ?? api,
        Processes = [.. processes.Select(Process.GetProcessById)
            .Select(process => new ObservedProcess($"{process.ProcessName} {process.Id}", process))],
    };

    public async Task<IPEndPoint> ResolveAsync(CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(Api.Host, cancellationToken);
        return new IPEndPoint(addresses[0], Api.Port);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in started)
        {
            await service.DisposeAsync();
        }
    }
}
