using System.Diagnostics;
using ApiService.Inference;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>An API service as a process of its own, so that the system can refuse it something.</summary>
internal sealed class ApiChildProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ApiChildProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
    }

    public HttpClient Client { get; } = new();

    public static async Task<ApiChildProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        // A write beyond the limit of files is to fail, as on a full disk, and not to end the process by a signal.
        string[] command = ["-c", "trap '' XFSZ; exec dotnet exec \"$0\"", typeof(InferenceOptions).Assembly.Location];
        var start = new ProcessStartInfo("sh", command) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in EngineSettings.ClassifiersAlone.Concat(settings))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var started = new ApiChildProcess(Process.Start(start)!);
        try
        {
            started.Client.BaseAddress = await started.address.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            return started;
        }
        catch
        {
            started.Dispose();
            throw;
        }
    }

    /// <summary>Bounds the size of each file that it writes; <c>unlimited</c> for no bound.</summary>
    public async Task LimitFilesAsync(string bytes)
    {
        using var limiting = Process.Start("prlimit", ["--pid", $"{process.Id}", $"--fsize={bytes}:"]);
        await limiting.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, limiting.ExitCode);
    }

    public void Dispose()
    {
        Client.Dispose();
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            address.TrySetException(new InvalidOperationException("The process ended before it listened."));
        }
        else if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var place)
        {
            address.TrySetResult(new Uri(line[(place + Listening.Length)..].Split('"')[0]));
        }
    }
}
