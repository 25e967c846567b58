using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Tests.Fixtures;

/// <summary>A service of the product as a process of its own, with everything that it writes.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly string Build = new DirectoryInfo(AppContext.BaseDirectory).Name;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> lines = [];
    private readonly Process process;

    private ServiceProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; } = new();

    public Uri Address => Client.BaseAddress!;

    /// <summary>How it ended.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>What it has written so far.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>Starts a service on a free port, as in production, and waits until it is ready.</summary>
    public static async Task<ServiceProcess> StartAsync(string project, params (string Name, string Value)[] settings)
    {
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, Build));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, $"{project}.dll"), "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["Drain__Delay"] = "00:00:00";
        start.Environment.Remove("OTEL_EXPORTER_OTLP_ENDPOINT");
        foreach (var (name, value) in EngineSettings.ClassifiersAlone.Concat(settings))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var service = new ServiceProcess(Process.Start(start)!);
        await Eventually.IsTrueAsync(service.IsReadyAsync, Patience);
        return service;
    }

    /// <summary>Ends it as an operator would, so that it writes its last lines too.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        Client.Dispose();
        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Listening();

    private async Task<bool> IsReadyAsync()
    {
        if (process.HasExited)
        {
            // Its last words may still be on their way.
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Fail(Output);
        }

        if (Client.BaseAddress is null)
        {
            var found = Listening().Match(Output);
            if (!found.Success)
            {
                return false;
            }

            Client.BaseAddress = new Uri(found.Value["Now listening on: ".Length..]);
        }

        using var ready = await Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        return ready.IsSuccessStatusCode;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
        {
            lines.Enqueue(line.Data);
        }
    }
}
