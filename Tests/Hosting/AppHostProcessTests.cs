using System.Collections.Concurrent;
using System.Diagnostics;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting;

/// <summary>The AppHost as a process of its own, as <c>run.sh</c> starts it.</summary>
public sealed class AppHostProcessTests : IDisposable
{
    private const string AdminKey = "key-of-this-test";
    private const string Password = "password-of-this-test";

    private static readonly string[] Services = ["InferenceService.dll", "ApiService.dll", "WebFrontend.dll", "redis-server"];

    /// <summary>The promise of the README.</summary>
    private static readonly TimeSpan AfterKill = TimeSpan.FromSeconds(5);

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("apphost-data-");
    private readonly ConcurrentQueue<string> output = [];
    private readonly Process appHost;

    public AppHostProcessTests()
    {
        var start = new ProcessStartInfo(DotnetHost())
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "exec", typeof(Projects.AppHost).Assembly.Location, "--DcpPublisher:RandomizePorts=true",
                $"--Parameters:cache-password={Password}",
            },
            Environment =
            {
                ["DOTNET_ENVIRONMENT"] = "Development",
                ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true",
                ["Parameters__adminkey"] = AdminKey,

                // Where the volumes lie.
                ["XDG_DATA_HOME"] = data.FullName,
            },
        };
        appHost = Process.Start(start)!;
        appHost.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? string.Empty);
        appHost.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? string.Empty);
        appHost.BeginOutputReadLine();
        appHost.BeginErrorReadLine();
    }

    [Fact]
    public async Task Kill_the_AppHost_leaves_no_service_behind()
    {
        var services = await WaitForServicesAsync();
        appHost.Kill(entireProcessTree: false);
        await Eventually.IsTrueAsync(() => !services.Exists(ProcessTable.IsRunning), AfterKill);
    }

    [Fact]
    public async Task Terminate_the_AppHost_ends_every_service_and_has_told_where_its_key_is_but_no_secret()
    {
        var services = await WaitForServicesAsync();
        using var kill = Process.Start("kill", ["-TERM", appHost.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await appHost.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, appHost.ExitCode);
        Assert.DoesNotContain(services, ProcessTable.IsRunning);
        Assert.Single(output, static line => line.EndsWith("is in the environment variable Parameters__adminkey", StringComparison.Ordinal));
        Assert.DoesNotContain(output, static line =>
            line.Contains(AdminKey, StringComparison.Ordinal) || line.Contains(Password, StringComparison.Ordinal));
        Assert.Single(data.GetFiles("dump.rdb", SearchOption.AllDirectories));
    }

    public void Dispose()
    {
        appHost.Kill(entireProcessTree: true);
        appHost.Dispose();
        data.Delete(recursive: true);
    }

    private async Task<List<int>> WaitForServicesAsync()
    {
        await Eventually.IsTrueAsync(
            () => output.Any(line => line.Contains("web is ready at http://localhost:", StringComparison.Ordinal)), TimeSpan.FromMinutes(2));
        var services = ProcessTable.Descendants(appHost.Id)
            .Where(id => Services.Any(name => ProcessTable.CommandLine(id).Contains(name, StringComparison.Ordinal))).ToList();
        Assert.True(services.Count >= Services.Length, "Every service should run.");
        return services;
    }

    private static string DotnetHost() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
