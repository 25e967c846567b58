using System.Globalization;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Logs in and pings at the public address, as a client of the connection string would.</summary>
internal sealed class RedisHealthCheck(RedisResource redis) : IHealthCheck
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Timeout);
        try
        {
            var answer = await PingAsync(deadline.Token);
            return string.Equals(answer, "+PONG", StringComparison.Ordinal)
                ? HealthCheckResult.Healthy()
                : new HealthCheckResult(context.Registration.FailureStatus, $"Redis answers '{answer}' to PING.");
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"Redis does not answer: {exception.Message}", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"Redis did not answer within {Timeout.TotalSeconds:0} s.", exception);
        }
    }

    private async Task<string?> PingAsync(CancellationToken cancellationToken)
    {
        var host = await redis.Host.GetValueAsync(cancellationToken);
        var port = await redis.Port.GetValueAsync(cancellationToken);
        using var client = new TcpClient();
        await client.ConnectAsync(host!, int.Parse(port!, CultureInfo.InvariantCulture), cancellationToken);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);

        if (redis.PasswordParameter is { } parameter)
        {
            await SendAsync(stream, ["AUTH", await parameter.GetValueAsync(cancellationToken) ?? string.Empty], cancellationToken);
            var answer = await reader.ReadLineAsync(cancellationToken);
            if (!string.Equals(answer, "+OK", StringComparison.Ordinal))
            {
                return answer;
            }
        }

        await SendAsync(stream, ["PING"], cancellationToken);
        return await reader.ReadLineAsync(cancellationToken);
    }

    private static async Task SendAsync(NetworkStream stream, string[] command, CancellationToken cancellationToken) =>
        await stream.WriteAsync(RedisCommand.Encode(command), cancellationToken);
}
