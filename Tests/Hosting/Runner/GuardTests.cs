using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting.Runner;

/// <summary>The guard script without an AppHost: the pipe that it reads is closed without a word, as the end of a killed AppHost closes it.</summary>
public sealed class GuardTests : IDisposable
{
    /// <summary>The promise of the README.</summary>
    private static readonly TimeSpan AfterKill = TimeSpan.FromSeconds(5);

    private readonly List<int> started = [];
    private Process? guard;

    [Fact]
    public async Task Close_of_the_pipe_ends_the_process_and_what_it_has_started()
    {
        await StartScriptAsync("sleep 1000 & echo $$ $!; wait");
        guard!.StandardInput.Close();
        await Eventually.IsTrueAsync(NothingRuns, AfterKill);
    }

    [Fact]
    public async Task Close_of_the_pipe_kills_what_does_not_end_by_itself()
    {
        await StartScriptAsync("trap '' TERM; sleep 1000 & echo $$ $!; while :; do wait; done");
        guard!.StandardInput.Close();
        await Eventually.IsTrueAsync(NothingRuns, AfterKill);
    }

    [Fact]
    public async Task Start_while_the_AppHost_is_gone_already_ends_at_once()
    {
        guard = StartGuard("sleep 1000");
        guard.StandardInput.Close();
        using var patience = new CancellationTokenSource(AfterKill);
        await guard.WaitForExitAsync(patience.Token);
    }

    public void Dispose()
    {
        if (guard is { HasExited: false })
        {
            guard.Kill(entireProcessTree: true);
        }

        guard?.Dispose();
    }

    private bool NothingRuns() => guard!.HasExited && !started.Exists(ProcessTable.IsRunning);

    private async Task StartScriptAsync(string script)
    {
        guard = StartGuard(script);
        var ids = await guard.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        started.AddRange(ids!.Split(' ').Select(static id => int.Parse(id, CultureInfo.InvariantCulture)));
    }

    private static Process StartGuard(string script)
    {
        using var stream = typeof(DistributedApplication).Assembly.GetManifestResourceStream("guard.sh")!;
        using var reader = new StreamReader(stream);
        return Process.Start(new ProcessStartInfo("setsid", ["/bin/sh", "-c", reader.ReadToEnd(), "guard", "0", "/bin/sh", "-c", script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
