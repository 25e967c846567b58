using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace Tests.Hosting.Model;

public class RedisTests
{
    private readonly DistributedApplicationBuilder builder = ModelEnvironment.CreateBuilder();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddRedis_always_has_a_password()
    {
        var cache = builder.AddRedis("cache").Resource;
        ModelEnvironment.Allocate(cache, 6000);

        Assert.Matches("^localhost:6000,password=[a-zA-Z0-9]{22}$", await cache.ConnectionStringExpression.GetValueAsync(CancellationToken));
        Assert.Equal("cache-password", cache.PasswordParameter!.Name);
        Assert.Equal("{cache.connectionString}", ((IManifestExpressionProvider)cache).ValueExpression);
    }

    [Fact]
    public void Create_password_cannot_add_a_directive()
    {
        var configuration = RedisConfiguration.Create("1", new RedisDataFolder("/tmp", Save: null), "a\"b\\c\nloadmodule x");

        Assert.Contains("requirepass \"a\\x22b\\x5cc\\x0aloadmodule x\"\n", configuration, StringComparison.Ordinal);
    }

    [Fact]
    public void WithDataVolume_without_a_name_takes_one_of_this_AppHost_and_persists()
    {
        var cache = builder.AddRedis("cache").WithDataVolume().Resource;

        var mount = Assert.Single(cache.Annotations.OfType<ContainerMountAnnotation>());
        Assert.Matches("^[a-z0-9_.-]+-[0-9a-f]{10}-cache-data$", mount.Source);
        Assert.Equal(("/data", ContainerMountType.Volume, false), (mount.Target, mount.Type, mount.IsReadOnly));
        Assert.Equal(TimeSpan.FromSeconds(60), Assert.Single(cache.Annotations.OfType<PersistenceAnnotation>()).Interval);
    }

    [Fact]
    public void WithDataVolume_that_is_read_only_writes_nothing() =>
        Assert.Empty(builder.AddRedis("cache").WithDataVolume(isReadOnly: true).Resource.Annotations.OfType<PersistenceAnnotation>());

    [Fact]
    public async Task Health_server_with_the_password_is_healthy_and_any_other_is_not()
    {
        var cache = builder.AddRedis("cache", password: builder.AddParameter("password", "right \"one\"")).Resource;
        var port = FindFreePort();
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
        ModelEnvironment.Allocate(cache, FindFreePort());

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

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return int.Parse(listener.LocalEndpoint.ToString()!.Split(':')[^1], CultureInfo.InvariantCulture);
    }
}
