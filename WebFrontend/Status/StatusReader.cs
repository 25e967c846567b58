using System.Text.Json;
using Microsoft.Extensions.Options;
using WebFrontend.Status.Metrics;

namespace WebFrontend.Status;

/// <summary>Asks the services how they are. One that does not answer is told as away, and holds up the others for a moment at most.</summary>
internal sealed partial class StatusReader(
    IHttpClientFactory clients, IConfiguration configuration, IOptions<StatusOptions> options, TimeProvider time, ILogger<StatusReader> logger)
{
    /// <summary>Its client is made anew for each reading, because addresses change.</summary>
    public const string ClientName = "status";

    private const int MostChecks = 32;

    private static readonly HealthReply Nothing =
        new() { Status = ServiceState.Away, Checks = new Dictionary<string, HealthReply.Check>(StringComparer.Ordinal) };

    public async Task<StatusReading> ReadAsync(CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        return new StatusReading(
            started, await Task.WhenAll(MonitoredService.From(configuration).Select(service => ReadAsync(service, cancellationToken))));
    }

    private async Task<ServiceReading> ReadAsync(MonitoredService service, CancellationToken cancellationToken)
    {
        var health = TryAsync(service.Name, token => ReadHealthAsync(service.Address, token), cancellationToken);
        var figures = TryAsync(service.Name, token => ReadFiguresAsync(service.Address, token), cancellationToken);
        var report = await health ?? Nothing;
        var checks = report.Checks.Take(MostChecks).ToDictionary(
            static check => check.Key, static check => check.Value.Status, StringComparer.Ordinal);
        return new ServiceReading(service.Name, report.Status, checks, await figures);
    }

    private async Task<HealthReply?> ReadHealthAsync(string address, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);

        // A service that is not ready says so with the status 503, and why in the body.
        using var response = await client.GetAsync($"{address}/health/ready", cancellationToken);
        return JsonSerializer.Deserialize(
            await response.Content.ReadAsByteArrayAsync(cancellationToken), StatusJsonContext.Default.HealthReply);
    }

    private async Task<ServiceFigures?> ReadFiguresAsync(string address, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        using var response = await client.GetAsync($"{address}/metrics", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var text = await response.Content.ReadAsStreamAsync(cancellationToken);
        var collector = new FiguresCollector();
        await foreach (var sample in MetricsText.ReadAsync(text, cancellationToken))
        {
            collector.Add(sample);
        }

        return collector.ToFigures();
    }

    private async Task<T?> TryAsync<T>(string service, Func<CancellationToken, Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.Patience);
        try
        {
            return await read(patience.Token);
        }
        catch (Exception failure) when (
            failure is HttpRequestException or IOException or InvalidDataException or JsonException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            LogNotRead(logger, service, failure);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The service {Service} does not tell how it is")]
    private static partial void LogNotRead(ILogger logger, string service, Exception failure);
}
