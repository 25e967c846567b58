using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting.Model;

public class RedisHealthTests
{
    private readonly DistributedApplicationBuilder builder = ModelEnvironment.CreateBuilder();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_server_with_the_password_is_healthy_and_any_other_is_not()
    {
        var cache = builder.AddRedis("cache", password: builder.AddParameter("password", "right \"one\"")).Resource;
        var port = FreePort.Find();
        using var server = await StartServerAsync(cache, port);
        try
        {
            ModelEnvironment.Allocate(cache, port);
            var wrong = ModelEnvironment.CreateBuilder();
            var stranger = wrong.AddRedis("cache", password: wrong.AddParameter("password", "wrong")).Resource;
            ModelEnvironment.Allocate(stranger, port);

            await WaitUntilHealthyAsync(cache);
            var refused = await CheckAsync(stranger);

            Assert.Equal(HealthStatus.Unhealthy, refused.Status);
            Assert.Contains("WRONGPASS", refused.Description, StringComparison.Ordinal);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(CancellationToken);
        }
    }

    [Fact]
    public async Task Health_no_server_is_unhealthy()
    {
        var cache = builder.AddRedis("cache").Resource;
        ModelEnvironment.Allocate(cache, FreePort.Find());

        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(cache)).Status);
    }

    private static async Task<Process> StartServerAsync(RedisResource cache, int port)
    {
        var annotation = cache.Annotations.OfType<LocalProcessAnnotation>().Single();
        var replica = new ReplicaContext("abcdefgh", new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["tcp"] = port });
        var configuration = await annotation.StandardInput(new ValueProviderContext { Caller = cache, Replica = replica }, CancellationToken);
        var server = Process.Start(new ProcessStartInfo(annotation.ExecutableNames[0], annotation.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        server.OutputDataReceived += static (_, _) => { };
        server.BeginOutputReadLine();
        await server.StandardInput.WriteAsync(configuration.AsMemory(), CancellationToken);
        server.StandardInput.Close();
        return server;
    }

    private static async Task WaitUntilHealthyAsync(RedisResource cache)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        while ((await CheckAsync(cache)).Status != HealthStatus.Healthy)
        {
            deadline.Token.ThrowIfCancellationRequested();
        }
    }

    private static Task<HealthCheckResult> CheckAsync(RedisResource cache)
    {
        var check = new RedisHealthCheck(cache);
        var registration = new HealthCheckRegistration("cache_check", check, failureStatus: null, tags: null);
        return check.CheckHealthAsync(new HealthCheckContext { Registration = registration }, CancellationToken);
    }
}
