using System.Globalization;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Orchestration.Networking;

/// <summary>Chooses every port before any process starts, so that each process can be told of all others.</summary>
internal sealed class EndpointAllocator(IConfiguration configuration) : IAsyncDisposable
{
    private readonly List<EndpointProxy> proxies = [];
    private readonly List<ReservedPort> reserved = [];

    /// <summary>Tests run side by side, so they take no port that others may have, whatever the launch profile says.</summary>
    private bool RandomizePorts => configuration.GetValue<bool>("DcpPublisher:RandomizePorts");

    /// <summary>Allocates the endpoints of a resource.</summary>
    /// <returns>For each replica, the port that it listens on, by endpoint name.</returns>
    /// <exception cref="DistributedApplicationException">The endpoints contradict each other, or a port is taken.</exception>
    public IReadOnlyList<IReadOnlyDictionary<string, int>> Allocate(IResource resource)
    {
        var replicas = Enumerable.Range(0, resource.GetReplicaCount())
            .Select(static _ => new Dictionary<string, int>(ModelName.Comparer)).ToList();
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            EndpointRules.Check(resource, endpoint, replicas.Count);
            var targets = replicas.ConvertAll(_ => endpoint.TargetPort ?? Reserve());
            for (var i = 0; i < replicas.Count; i++)
            {
                replicas[i][endpoint.Name] = targets[i];
            }

            endpoint.AllocatedEndpoint = new AllocatedEndpoint(
                endpoint,
                "localhost",
                endpoint.IsProxied ? StartProxy(resource, endpoint, targets) : targets[0],
                targets[0].ToString(CultureInfo.InvariantCulture));
        }

        return replicas;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in proxies)
        {
            await proxy.DisposeAsync();
        }

        proxies.Clear();
        reserved.ForEach(static port => port.Dispose());
        reserved.Clear();
    }

    private int Reserve()
    {
        reserved.Add(ReservedPort.Take());
        return reserved[^1].Port;
    }

    private int StartProxy(IResource resource, EndpointAnnotation endpoint, IReadOnlyList<int> targets)
    {
        var port = RandomizePorts ? null : endpoint.Port;
        try
        {
            proxies.Add(new EndpointProxy(LoopbackListener.Start(port ?? Reserve()), targets));
            return proxies[^1].Port;
        }
        catch (SocketException exception)
        {
            throw new DistributedApplicationException(
                $"The endpoint '{endpoint.Name}' of '{resource.Name}' cannot listen on port {port}: {exception.Message}. Is another program using it?",
                exception);
        }
    }
}
