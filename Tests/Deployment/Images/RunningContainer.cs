using System.Diagnostics;
using System.Globalization;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Images;

/// <summary>A container that runs its image as the image says: its command, its user, its settings. Only the port is another one.</summary>
internal sealed class RunningContainer : IAsyncDisposable
{
    private const string PortVariable = "ASPNETCORE_HTTP_PORTS";

    /// <summary>The state of a socket that waits for connections, as <c>/proc</c> writes it.</summary>
    private const string Listening = "0A";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ContainerStorage storage;
    private readonly string name;
    private readonly string port = FreePort.Find().ToString(CultureInfo.InvariantCulture);
    private readonly ImageConfiguration configuration;
    private Process? process;

    private RunningContainer(ContainerStorage storage, string name, ImageConfiguration configuration)
    {
        (this.storage, this.name, this.configuration) = (storage, name, configuration);
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public HttpClient Client { get; }

    /// <summary>Makes a container of an image, without starting it.</summary>
    public static async Task<RunningContainer> CreateAsync(ContainerStorage storage, string image)
    {
        var made = await storage.BuildahAsync("from", image);
        return new RunningContainer(storage, made, await ImageConfiguration.ReadAsync(storage, image));
    }

    /// <summary>Starts it, with settings and mounts as <c>buildah run</c> takes them, and waits until it answers.</summary>
    public async Task StartAsync(params string[] options)
    {
        process = Process.Start(new ProcessStartInfo("env", [.. storage.Environment, .. Command(configuration.Entrypoint, options)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        process.BeginOutputReadLine();
        await Eventually.IsTrueAsync(() => SucceedsAsync("/health/live"), Patience);
    }

    /// <summary>Runs the health check of the image, in the container.</summary>
    /// <returns>Its exit code: 0 healthy, 1 not.</returns>
    public async Task<int> CheckHealthAsync() => (await storage.RunAsync("env", Command(configuration.HealthCheck))).Code;

    public Task<bool> IsReadyAsync() => SucceedsAsync("/health/ready");

    /// <summary>The user to whom the socket belongs that takes the requests, by number.</summary>
    public string ListenerUser()
    {
        var local = string.Create(CultureInfo.InvariantCulture, $":{int.Parse(port, CultureInfo.InvariantCulture):X4}");
        return File.ReadLines("/proc/net/tcp").Concat(File.ReadLines("/proc/net/tcp6"))
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Single(columns => columns[1].EndsWith(local, StringComparison.Ordinal) && columns[3] == Listening)[7];
    }

    /// <summary>Asks the service to end, as container engines do, and waits until the container has.</summary>
    /// <returns>The exit code of the container.</returns>
    public async Task<int> StopAsync()
    {
        foreach (var service in Inside())
        {
            using var kill = Process.Start("kill", ["-TERM", $"{service.Id}"]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
            service.Dispose();
        }

        await process!.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    /// <summary>The folder in which the container sees its own files.</summary>
    public Task<string> MountAsync() => storage.BuildahAsync("mount", name);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        foreach (var left in Inside())
        {
            left.Kill();
            left.Dispose();
        }

        process?.Kill();
        await (process?.WaitForExitAsync(CancellationToken.None) ?? Task.CompletedTask);
        process?.Dispose();
        await storage.BuildahAsync("rm", name);
    }

    /// <summary>The processes in the container, which are nobody's children: buildah leaves them behind when it is killed. The port tells them.</summary>
    private IEnumerable<Process> Inside() => Process.GetProcessesByName(Path.GetFileName(configuration.Entrypoint[0]))
        .Where(one => EnvironmentOf(one).Contains($"{PortVariable}={port}", StringComparer.Ordinal));

    private static string[] EnvironmentOf(Process one)
    {
        try
        {
            return File.ReadAllText($"/proc/{one.Id}/environ").Split('\0');
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return [];
        }
    }

    private string[] Command(IReadOnlyList<string> command, params string[] options) =>
        ["buildah", "run", "--env", $"{PortVariable}={port}", .. options, name, "--", .. command];

    private async Task<bool> SucceedsAsync(string path)
    {
        Assert.False(process!.HasExited, "The container has ended.");
        try
        {
            using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
